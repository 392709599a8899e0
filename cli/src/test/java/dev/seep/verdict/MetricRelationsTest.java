package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which growth can bring which other, by what they are and how fast they are. */
class MetricRelationsTest {
    @ParameterizedTest
    @CsvSource({
        "sockets.tcp.close_wait, 60, fds.open, 120, true",
        "sockets.tcp.close_wait, 60, fds.open, 121, false",
        "sockets.tcp.established, 60, sockets.tcp.close_wait, 64, true",
        "sockets.tcp.established, 60, sockets.tcp.close_wait, 70, false",
        "fds.open, 60, memory.anon, 7864320, true",
        "fds.open, 60, memory.anon, 7864321, false",
        "fds.open, 60, fds.limit_share, 0.01, true",
        "fds.open, 60, disk.deleted_open, 1e9, true",
        "fds.open, 60, disk.path.tmp, 1e9, false",
        "threads, 60, memory.rss, 62914560, true",
        "threads, 60, memory.rss, 62914561, false",
        "zombies, 60, memory.anon, 245760, true",
        "zombies, 60, memory.anon, 245761, false",
        "jvm.heap.live, 60, memory.anon, 120, true",
        "jvm.heap.live, 60, memory.anon, 121, false",
        "jvm.classes, 60, jvm.metaspace, 1e6, true",
        "disk.path.tmp, 60, disk.volume.data, 64, true",
        "disk.path.tmp, 60, disk.volume.data, 90, false",
        "objects.jobs, 60, objects.pods, 500, true",
        "objects.secrets, 60, objects.configmaps, 60, true",
        "objects.secrets, 60, objects.configmaps, 90, false",
        "memory.anon, 1e6, fds.open, 1, false",
        "fds.open, 60, sockets.tcp.close_wait, 60, false",
    })
    void aCauseExplainsItsEffectWithinBounds(
            String cause, double perHour, String effect, double effectPerHour, boolean explains) {
        assertThat(MetricRelations.explains(finding(cause, perHour), finding(effect, effectPerHour)))
                .isEqualTo(explains);
    }

    @Test
    void whatMeasuresTheSameNeedsNoProof() {
        assertThat(MetricRelations.areSame(finding("threads", 60), finding("jvm.threads", 60)))
                .isTrue();
        assertThat(MetricRelations.areSame(finding("memory.anon", 60), finding("memory.rss", 60)))
                .isTrue();
        assertThat(MetricRelations.areSame(finding("memory.anon", 60), finding("memory.rss", 600)))
                .isFalse();
        assertThat(MetricRelations.areSame(finding("fds.open", 60), finding("memory.rss", 60)))
                .isFalse();
    }

    @Test
    void causesComeBeforeWhatFollowsFromThemAndMetricsThatNobodyKnowsLast() {
        String[] inOrder = {
            "processes", "sockets.tcp.close_wait", "sockets.tcp.established", "fds.open", "fds.limit_share", "threads",
            "jvm.threads", "jvm.heap.live", "memory.anon", "memory.rss", "memory.working_set", "disk.path.a",
            "disk.used.a", "objects.jobs", "objects.pods", "rows"
        };

        assertThat(inOrder)
                .isSortedAccordingTo((a, b) -> Integer.compare(MetricRelations.rank(a), MetricRelations.rank(b)));
        assertThat(MetricRelations.rank("rows")).isGreaterThan(MetricRelations.rank("objects.events"));
    }

    private static Finding finding(String metric, double perHour) {
        Metric of = RunOf.count(metric);
        return Examining.COUNT.of(of).finding(Trends.grows(30, perHour));
    }
}
