package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmeasuredTargetsTest {
    private static final Target WEB = Target.container("shop", "web", "app", "pod/web");
    private static final Target PROXY = Target.container("shop", "proxy", "envoy", "pod/proxy");

    @Test
    void namesTargetsThatNeverAnsweredAndNoOthers() {
        Series series = new Series(
                "shop/web/app threads",
                WEB,
                Metric.unlimited("threads", Unit.COUNT, BadDirection.UP),
                List.of(new Incarnation("a", Instant.EPOCH, null)),
                new double[] {1},
                new double[] {5},
                new int[] {0},
                0,
                Double.NaN);
        Run run = new Run(
                Instant.EPOCH, Instant.EPOCH, null, 2, 1, 1, 2, List.of(series), List.of(failed(WEB), failed(PROXY)));

        assertThat(UnmeasuredTargets.of(run)).containsExactly(Map.entry(PROXY, "no-shell"));
        assertThat(UnmeasuredTargets.byReason(run)).containsExactly("shop/proxy/envoy (no-shell)");
    }

    private static Event failed(Target target) {
        return new Event(Instant.EPOCH, Event.Type.POLL_FAILED, target, "a", Map.of("reason", "no-shell"));
    }
}
