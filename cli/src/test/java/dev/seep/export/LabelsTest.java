package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How targets and metrics are called. */
class LabelsTest {
    @Test
    void aTargetIsToldByWhatItIs() {
        assertThat(Labels.of(Target.container("shop", "web-1", "app", "deployment/web"), "n1"))
                .isEqualTo(
                        "namespace=\"shop\",pod=\"web-1\",container=\"app\",workload=\"deployment/web\",node=\"n1\"");
        assertThat(Labels.of(Target.pod("shop", "web-1", "deployment/web"), ""))
                .isEqualTo("namespace=\"shop\",pod=\"web-1\",workload=\"deployment/web\"");
        assertThat(Labels.of(Target.process("nginx"), ""))
                .isEqualTo("namespace=\"local\",process=\"nginx\",workload=\"nginx\"");
    }

    @Test
    void noValueEndsItsLabel() {
        assertThat(Labels.with("", "reason", "a\"b\\c\nd")).isEqualTo("reason=\"a\\\"b\\\\c\\nd\"");
        assertThat(Labels.with("a=\"1\"", "b", "")).isEqualTo("a=\"1\",b=\"\"");
    }

    @ParameterizedTest
    @CsvSource({
        "memory.anon, BYTES, seep_memory_anon_bytes",
        "fds.open, COUNT, seep_fds_open",
        "fds.limit_share, RATIO, seep_fds_limit_share_ratio",
        "cpu.seconds, SECONDS, seep_cpu_seconds",
        "my-own.metric, COUNT, seep_my_own_metric"
    })
    void aFamilyHasTheNameOfItsMetricAndItsUnit(String metric, Unit unit, String family) {
        assertThat(MetricFamilies.name(Metric.unlimited(metric, unit, BadDirection.UP)))
                .isEqualTo(family);
    }
}
