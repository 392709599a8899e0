package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    static Stream<Target> targets() {
        return Stream.of(
                Target.container("shop", "web-1", "app", "web-1"),
                Target.pod("shop", "web-1", "web-1"),
                Target.process("nginx"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isToldByItsPath(Target target) {
        assertThat(Target.ofPath(target.path())).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a", "a/", "/a", "a//c", "a/b/c/d", "a/b/\u0007", "a/b\n"})
    void whatIsNoPathIsRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.ofPath(path));
    }

    @Test
    void aSeriesIsNamedByItsTargetAndItsMetric() {
        assertThat(Target.container("shop", "web-1", "app", "deployment/web").series("memory.anon"))
                .isEqualTo("shop/web-1/app memory.anon");
        assertThat(Target.scope("shop", "jobs").series("objects.jobs.count"))
                .isEqualTo("shop/objects:jobs objects.jobs.count");
    }

    @Test
    void aLimitIsFixedOrReportedOrNone() {
        assertThat(new Limit.Fixed(1).value(metric -> 7)).isEqualTo(1);
        assertThat(new Limit.Reported("memory.limit").value(String::length)).isEqualTo(12);
        assertThat(new Limit.Reported("memory.limit").value(metric -> Double.NaN))
                .isNaN();
        assertThat(new Limit.Reported("memory.limit").value(metric -> 0)).isNaN();
        assertThat(new Limit.None().value(metric -> 7)).isNaN();
    }
}
