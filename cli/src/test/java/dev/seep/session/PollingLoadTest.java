package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.probe.DiskMeasurement;
import dev.seep.probe.MeasurementSchedule;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PollingLoadTest {
    private static final LiveTarget APP = live(Target.container("shop", "web-1", "app", "deployment/web"), "one");
    private static final LiveTarget DB = live(Target.container("shop", "db-1", "db", "deployment/db"), "two");
    private static final LiveTarget JOBS = live(Target.scope("shop", "jobs"), "");

    @Test
    void measurementsCountForThoseThatHaveThem() {
        PollingLoad load = PollingLoad.of(plan(ProbeSet.all(), SessionMode.AUTO), List.of(APP, DB, JOBS), false);

        assertThat(load.pollsPerSecond()).isCloseTo(2 / 10.0 + 1 / 50.0, within(1e-9));
        assertThat(load.describe())
                .isEqualTo("polling 2 targets on 2 nodes every 10s: 0.22 polls/s, sessions kept; "
                        + "counting objects, by namespace and kind 1 times");
    }

    @Test
    void whatIsAskedNothingIsNoTarget() {
        PollingLoad load = PollingLoad.of(plan(ProbeSet.none(), SessionMode.ONCE), List.of(APP, DB), false);

        assertThat(load.describe())
                .isEqualTo("polling 1 target on 1 node every 10s: 0.02 polls/s, a new shell for each poll");
    }

    @Test
    void objectsAloneAreCountedAndNotPolled() {
        PollingLoad load = PollingLoad.of(plan(ProbeSet.all(), SessionMode.AUTO), List.of(JOBS, JOBS), false);

        assertThat(load.describe()).isEqualTo("counting objects, by namespace and kind 2 times");
        assertThat(load.isNothing()).isFalse();
        assertThat(PollingLoad.of(plan(ProbeSet.all(), SessionMode.AUTO), List.of(), false)
                        .isNothing())
                .isTrue();
    }

    @Test
    void agentsAreAskedForAllOfANodeTogether() {
        assertThat(PollingLoad.of(plan(ProbeSet.all(), SessionMode.AUTO), List.of(APP), true)
                        .describe())
                .endsWith("those of a node in one request");
    }

    /** Every 10 s, and beside it every 50 s the disk of what is called db. */
    private static SoakPlan plan(ProbeSet probes, SessionMode mode) {
        MeasurementSchedule often =
                new MeasurementSchedule(Duration.ofSeconds(50), Duration.ofSeconds(5), Pattern.compile("/db$"));
        return new SoakPlan(
                Duration.ofSeconds(10),
                null,
                probes,
                Map.of(),
                mode,
                Budget.DEFAULT,
                false,
                List.of(new DiskMeasurement(List.of(), often)));
    }

    private static LiveTarget live(Target target, String node) {
        return new LiveTarget(target, new Incarnation("a", Instant.EPOCH, null), node, new FakeShell());
    }
}
