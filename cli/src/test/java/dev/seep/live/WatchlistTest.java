package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchlistTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web", "app", "deployment/web");

    private final SeriesRanking seriesRanking = new SeriesRanking(List.of(
            Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("threads", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("memory.cache", Unit.BYTES, BadDirection.NEITHER)));

    @Test
    void showsWhatRisesAndNotWhatIsSteadyOrHarmless() {
        observe("a", 0, 1000);

        assertThat(seriesRanking.worst(5)).singleElement().satisfies(rankedSeries -> {
            assertThat(rankedSeries.metric().name()).isEqualTo("fds.open");
            assertThat(rankedSeries.rise()).isBetween(600.0, 750.0);
            assertThat(rankedSeries.value()).isEqualTo(1009);
        });
    }

    @Test
    void startsAgainWithEachLife() {
        observe("a", 0, 1000);
        observe("b", 1000, 1003);

        assertThat(seriesRanking.worst(5)).isEmpty();
    }

    @Test
    void forgetsATargetThatIsGone() {
        observe("a", 0, 1000);
        seriesRanking.happened(new Event(START, Event.Type.VANISHED, WEB, "a", Map.of()));

        assertThat(seriesRanking.worst(5)).isEmpty();
    }

    private void observe(String life, int from, int to) {
        for (int second = from; second < to; second++) {
            Map<String, Double> values =
                    Map.of("fds.open", 10.0 + second, "threads", 7.0, "memory.cache", 4096.0 * second);
            seriesRanking.observe(new Observation(START.plusSeconds(second), WEB, life, values, Map.of(), 1));
        }
    }
}
