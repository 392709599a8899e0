package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what has no limit of its own does harm. */
class NaturalLimitsTest {
    private static final Target WEB = pod("web-1");

    @ParameterizedTest
    @CsvSource({
        "zombies, 32768",
        "threads, 32768",
        "processes, 32768",
        "jvm.threads, 32768",
        "objects.jobs, 3000",
        "sockets.tcp.established, 28232",
        "sockets.tcp.time_wait, 28232",
        "sockets.tcp.close_wait, 28232"
    })
    void countsHaveTheLimitOfTheirKind(String metric, double limit) {
        assertThat(limit(counted(WEB, metric, 0, 1))).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "jvm.heap.live", "jvm.metaspace", "fds.open", "disk.inodes", "memory.anon"})
    void whatNobodyKnowsALimitOfHasNone(String metric) {
        assertThat(limit(counted(WEB, metric, 0, 1))).isNaN();
    }

    @Test
    void whatIsWrittenToADiskThatIsNotItsOwnHasAGibibyte() {
        assertThat(limit(bytes(WEB, "disk.used.data", 1))).isEqualTo(0x1p30);
    }

    @Test
    void memoryHasThatOfItsNodeAsItWasLast() {
        assertThat(limit(bytes(WEB, "memory.anon", 1), bytes(WEB, "memory.node", 4e9, 8e9)))
                .isEqualTo(8e9);
        assertThat(limit(bytes(WEB, "memory.anon", 1), bytes(pod("web-2"), "memory.node", 8e9)))
                .isNaN();
    }

    @Test
    void metaspaceHasTheMemoryOfItsContainerBeforeThatOfItsNode() {
        Series metaspace = bytes(WEB, "jvm.metaspace", 1);
        Series node = bytes(WEB, "memory.node", 8e9);

        assertThat(limit(metaspace, node)).isEqualTo(8e9);
        assertThat(limit(metaspace, node, bytes(WEB, "memory.limit", 1e9))).isEqualTo(1e9);
    }

    /** 100 are open, and the fullest process is at a twentieth: were all of them to grow alike, it is full at 2,000. */
    @Test
    void descriptorsHaveTheSoftLimitOfTheProcessThatIsNearestToIt() {
        assertThat(limit(counted(WEB, "fds.open", 0, 50, 100), counted(WEB, "fds.limit_share", 0, 0.05)))
                .isEqualTo(2000);
        assertThat(limit(counted(WEB, "fds.open", 0, 100), counted(WEB, "fds.limit_share", 0, 0)))
                .isNaN();
    }

    @Test
    void socketsHoldDescriptorsOfWhicheverContainerOfThePodIsFullFirst() {
        Target pod = WEB.pod();
        Target sidecar = Target.container("shop", "web-1", "proxy", "deployment/web");
        Series[] descriptors = {
            counted(WEB, "fds.open", 0, 100),
            counted(WEB, "fds.limit_share", 0, 0.05),
            counted(sidecar, "fds.open", 0, 10),
            counted(sidecar, "fds.limit_share", 0, 0.01)
        };

        assertThat(limit(counted(pod, "sockets.tcp.close_wait", 0, 1), descriptors))
                .isEqualTo(1000);
        assertThat(limit(counted(pod, "sockets.tcp.established", 0, 1), descriptors))
                .isEqualTo(1000);
    }

    @Test
    void socketsThatHoldAPortEndWithThePortsHoweverManyDescriptorsThereAre() {
        Target pod = WEB.pod();
        Series[] roomy = {counted(WEB, "fds.open", 0, 1000), counted(WEB, "fds.limit_share", 0, 0.001)};

        assertThat(limit(counted(pod, "sockets.tcp.established", 0, 1), roomy)).isEqualTo(28_232);
        assertThat(limit(counted(pod, "sockets.tcp.close_wait", 0, 1), roomy)).isEqualTo(1e6);
    }

    @Test
    void replicasHaveTheLowestOfTheirLimits() {
        Series first = bytes(WEB, "memory.anon", 1);
        Series second = bytes(pod("web-2"), "memory.anon", 1);
        Series third = bytes(pod("web-3"), "memory.anon", 1);
        List<Series> all =
                List.of(first, second, third, bytes(WEB, "memory.node", 8e9), bytes(pod("web-2"), "memory.node", 4e9));

        assertThat(new NaturalLimits(run(all)).of(Group.of(all).get(0))).isEqualTo(4e9);
    }

    @Test
    void aForeignSeriesHasNone() {
        Metric zombies = RunOf.count("zombies");

        assertThat(limit(RunOf.of(null, zombies, 0, Double.NaN, 1))).isNaN();
    }

    private static Series bytes(Target target, String metric, double... values) {
        return RunOf.of(target, RunOf.bytes(metric), 0, Double.NaN, values);
    }

    /** Of the first. */
    private static double limit(Series asked, Series... beside) {
        List<Series> all = new ArrayList<>(List.of(asked));
        all.addAll(List.of(beside));
        return new NaturalLimits(run(all)).of(Group.of(all).get(0));
    }
}
