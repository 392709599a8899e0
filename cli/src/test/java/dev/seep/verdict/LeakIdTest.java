package dev.seep.verdict;

import static dev.seep.verdict.RunOf.eightHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a leak, which stands in the policies of people: it must never change. */
class LeakIdTest {
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    @ParameterizedTest
    @CsvSource({
        "deployment/web, app, memory.anon, 8717a646",
        "deployment/web, app, fds.open, 667b7669",
        "deployment/web, , sockets.tcp.close_wait, 8c1f2f96",
        "statefulset/db, postgres, disk.volume.data, 4a4d5b66",
        "objects:jobs, , objects.jobs, e83dada4"
    })
    void itIsTheHashOfTheWorkloadTheContainerAndTheMetric(
            String workload, @Nullable String container, String metric, String id) {
        assertThat(LeakId.of(finding("shop", workload, null, container, metric)))
                .isEqualTo(id);
    }

    @Test
    void ofProcessesAndOfSeriesThatNobodyOwnsItIsTheHashOfTheName() {
        assertThat(id(Target.process("java-1234"), "memory.rss")).isEqualTo("9fd2e56f");
        assertThat(LeakId.of(finding(null, null, null, null, "heap"))).isEqualTo("78434447");
    }

    @Test
    void neitherPodsNorReplicasNorNamespacesChangeIt() {
        String id = id(WEB, "fds.open");

        assertThat(LeakId.of(finding("pr-17", "deployment/web", "web-9", "app", "fds.open")))
                .isEqualTo(id);
        assertThat(leaks(counts(WEB, "fds.open"), counts(RunOf.pod("web-2"), "fds.open")))
                .extracting(Leak::id)
                .containsExactly(id);
        assertThat(leaks(counts(WEB, "fds.open"))).extracting(Leak::id).containsExactly(id);
    }

    @Test
    void anotherWorkloadContainerOrMetricHasAnotherOne() {
        assertThat(Stream.of(
                                id(WEB, "fds.open"),
                                id(WEB, "threads"),
                                id(WEB.pod(), "fds.open"),
                                id(Target.container("shop", "web-1", "proxy", "deployment/web"), "fds.open"),
                                id(Target.container("shop", "web-1", "app", "statefulset/web"), "fds.open"))
                        .distinct())
                .hasSize(5);
    }

    @Test
    void theNumberOfAProcessIsNotInIt() {
        assertThat(id(Target.process("java-1234"), "fds.open")).isEqualTo(id(Target.process("java-77"), "fds.open"));
        assertThat(id(Target.process("java-1234"), "fds.open"))
                .isNotEqualTo(id(Target.process("java-x-1"), "fds.open"));
    }

    /** Nor is it taken from the names of those that are no processes. */
    @Test
    void theNumberOfAWorkloadIsInIt() {
        assertThat(LeakId.of(finding("shop", "job/load-1", null, "app", "fds.open")))
                .isNotEqualTo(LeakId.of(finding("shop", "job/load-2", null, "app", "fds.open")));
    }

    @Test
    void twoLeaksOfARunNeverHaveTheSame() {
        Target other = Target.container("pay", "web-1", "app", "deployment/web");

        List<Leak> leaks = leaks(counts(WEB, "fds.open"), counts(other, "fds.open"));

        assertThat(leaks.stream().map(Leak::id).distinct())
                .hasSize(2)
                .allMatch(id -> id.matches("[0-9a-f]{8}"))
                .doesNotContain(id(WEB, "fds.open"));
        assertThat(
                        leaks(
                                        counts(Target.process("java-1"), "fds.open"),
                                        counts(Target.process("java-2"), "fds.open"))
                                .stream()
                                .map(Leak::id)
                                .distinct())
                .hasSize(2);
    }

    private static String id(Target target, String metric) {
        return LeakId.of(finding(target.namespace(), target.workload(), target.name(), target.container(), metric));
    }

    private static Finding finding(
            @Nullable String namespace,
            @Nullable String workload,
            @Nullable String pod,
            @Nullable String container,
            String metric) {
        return Finding.fact(
                metric,
                new Finding.Subject(namespace, workload, pod, container),
                RunOf.count(metric),
                Outcome.LEAK,
                Severity.FAIL,
                Pattern.GROWTH,
                1,
                "grows",
                null);
    }

    private static List<Leak> leaks(Series... series) {
        return new Judge(Policy.DEFAULT).judge(eightHours(List.of(series))).leaks();
    }

    private static Series counts(Target target, String metric) {
        double[] values = new double[120];
        Arrays.setAll(values, i -> 100 + i);
        return RunOf.counted(target, metric, 0, values);
    }
}
