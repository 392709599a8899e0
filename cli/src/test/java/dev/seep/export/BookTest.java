package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the judging half reads of those that are there. */
class BookTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    private final MetricsState metricsState = new MetricsState(
            List.of(
                    new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit")),
                    Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER),
                    new Metric("fds.share", Unit.RATIO, BadDirection.UP, new Limit.Fixed(1)),
                    Metric.unlimited("disk.volume.*", Unit.BYTES, BadDirection.UP)),
            START,
            Duration.ofHours(1));

    @Test
    void whatMayLeakIsASeriesWithItsNameAndItsLimit() {
        appear("a", 0);
        observe("a", 0, Map.of("memory.anon", 5.0, "memory.limit", 9.0, "fds.share", 0.5, "disk.volume.x", 1.0));
        observe("a", 30, Map.of("memory.anon", 6.0, "memory.limit", 8.0, "fds.share", 0.5));

        Run run = metricsState.run(START.plusSeconds(60));
        assertThat(run.series())
                .extracting(Series::toString)
                .containsExactly("shop/web-1/app memory.anon (2 samples)", "shop/web-1/app fds.share (2 samples)");
        Series anon = run.series().get(0);
        assertThat(anon.limit()).hasValue(8);
        assertThat(anon.seconds(1)).isEqualTo(START.getEpochSecond() + 30.0);
        assertThat(anon.value(1)).isEqualTo(6);
        assertThat(run.series().get(1).limit()).hasValue(1);
        assertThat(run.samples()).isEqualTo(4);
        assertThat(run.targets()).isEqualTo(1);
    }

    @Test
    void aLimitThatWasNotReadOrIsNoneIsNone() {
        appear("a", 0);
        observe("a", 0, Map.of("memory.anon", 5.0, "memory.limit", 0.0));
        assertThat(metricsState.run(START).series().get(0).limit()).isEmpty();

        observe("a", 30, Map.of("memory.anon", 5.0, "memory.limit", 9.0));
        assertThat(metricsState.run(START).series().get(0).limit()).hasValue(9);

        metricsState.observe(
                new Observation(START.plusSeconds(60), WEB, "a", Map.of(), Map.of("memory", GapReason.TIMEOUT), 1));
        assertThat(metricsState.run(START).series().get(0).limit()).isEmpty();
    }

    @Test
    void aRestartIsAnotherLifeOfTheSameSeries() {
        appear("a", 0);
        observe("a", 0, Map.of("fds.share", 0.5));
        metricsState.happened(
                new Event(START.plusSeconds(20), Event.Type.RESTARTED, WEB, "b", Map.of("reason", "OOMKilled")));
        observe("b", 30, Map.of("fds.share", 0.1));
        observe("b", 60, Map.of("fds.share", 0.2));

        Series share = metricsState.run(START).series().get(0);
        assertThat(share.lives())
                .containsExactly(
                        new Incarnation("a", START, null), new Incarnation("b", START.plusSeconds(20), "OOMKilled"));
        assertThat(List.of(share.life(0), share.life(1), share.life(2))).containsExactly(0, 1, 1);
    }

    @Test
    void livesThatWereForgottenTakeTheirSamplesWithThem() {
        appear("life-0", 0);
        for (int i = 0; i < 400; i++) {
            observe("life-" + i, 10 * i, Map.of("fds.share", 0.001 * i));
        }
        Series share = metricsState.run(START).series().get(0);

        assertThat(share.lives()).hasSizeLessThanOrEqualTo(128);
        assertThat(share.lives().get(share.lives().size() - 1).id()).isEqualTo("life-399");
        assertThat(share.life(0)).isNotNegative();
        assertThat(share.lives().get(share.life(share.size() - 1)).id()).startsWith("life-39");
    }

    @Test
    void aTargetOfTheSameNameAndAnotherWorkloadIsAnotherOne() {
        appear("a", 0);
        observe("a", 0, Map.of("fds.share", 0.5));
        Target other = Target.container("shop", "web-1", "app", "deployment/other");
        metricsState.happened(new Event(START.plusSeconds(1), Event.Type.APPEARED, other, "b", Map.of()));

        assertThat(metricsState.run(START).series()).isEmpty();
        assertThat(metricsState.present())
                .singleElement()
                .extracting(TargetState::target)
                .isEqualTo(other);
    }

    @Test
    void whoWasOnlyRecalledIsForgotten() {
        metricsState.recall(new Observation(START.plusSeconds(1), WEB, "a", Map.of("fds.share", 0.5), Map.of(), 1));
        metricsState.recall(new Observation(START.minusSeconds(1), Target.process("x"), "a", Map.of(), Map.of(), 1));
        assertThat(metricsState.present()).isEmpty();

        metricsState.forgetAbsent();
        appear("a", 10);
        assertThat(metricsState.run(START).series()).isEmpty();
    }

    private void appear(String life, int second) {
        metricsState.happened(
                new Event(START.plusSeconds(second), Event.Type.APPEARED, WEB, life, Map.of("node", "n1")));
    }

    private void observe(String life, int second, Map<String, Double> values) {
        metricsState.observe(new Observation(START.plusSeconds(second), WEB, life, values, Map.of(), 1));
    }
}
