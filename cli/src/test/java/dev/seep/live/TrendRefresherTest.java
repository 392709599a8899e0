package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.testing.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrendRefresherTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    private final SeriesRanking ranking =
            new SeriesRanking(List.of(Metric.unlimited("threads", Unit.COUNT, BadDirection.UP)));

    @Test
    void hasAWordForEachCourse() {
        Random noise = new Random(1);
        watch("growing", 500, minute -> 10 + minute + noise.nextGaussian());
        watch("flat", 500, minute -> 50);
        watch("settled", 500, minute -> 100 * (1 - Math.exp(-minute / 20)));
        watch("noisy", 12, minute -> 100 + 90 * noise.nextGaussian());
        watch("early", 3, minute -> minute);

        assertThat(words(rows(true)))
                .containsEntry("growing", Tendency.GROWING)
                .containsEntry("flat", Tendency.FLAT)
                .containsEntry("settled", Tendency.FLAT)
                .containsEntry("noisy", Tendency.NOISY)
                .containsEntry("early", Tendency.EARLY);
        assertThat(words(rows(false)))
                .as("in the first half of a run")
                .containsEntry("growing", Tendency.OPEN)
                .containsEntry("flat", Tendency.FLAT);
    }

    @Test
    void callsNoneGrowingByChanceAmongThousands() {
        Random noise = new Random(2);
        for (int i = 0; i < 300; i++) {
            watch("web-" + i, 60, minute -> 100 + noise.nextGaussian());
        }

        assertThat(rows(true))
                .hasSize(TrendRefresher.MOST)
                .extracting(TableRow::tendency)
                .doesNotContain(Tendency.GROWING);
    }

    @Test
    void listsTheWorstFirst() {
        watch("flat", 100, minute -> 50);
        watch("growing", 100, minute -> 10 + minute);

        assertThat(rows(true)).extracting(TrendRefresherTest::pod).containsExactly("growing", "flat");
    }

    @Test
    void isEmptyWhereNothingIsWatched() {
        assertThat(rows(true)).isEmpty();
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // whether it was fitted again is the question
    void fitsAgainOnlyWhatHasGoneOn() {
        watch("web", 100, minute -> minute);
        watch("api", 100, minute -> minute);
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            Waiting.until(() -> !refresher.seen().isEmpty());
            TableRow api = row(refresher, "api");
            TableRow web = row(refresher, "web");
            observe("api", 100, 100);
            Waiting.until(() -> row(refresher, "api").trend() != api.trend());

            assertThat(row(refresher, "web").trend()).isSameAs(web.trend());
        }
    }

    @Test
    void showsTheSeriesThatAreFilteredInAnyCase() {
        watch("Web", 100, minute -> minute);
        watch("api", 100, minute -> minute);
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            refresher.filter("SHOP/web/APP thr");
            Waiting.until(() -> refresher.seen().size() == 1);
            assertThat(refresher.seen()).extracting(TrendRefresherTest::pod).containsExactly("Web");

            refresher.filter("nowhere");
            Waiting.until(() -> refresher.seen().isEmpty());
            refresher.filter("");
            Waiting.until(() -> refresher.seen().size() == 2);
        }
    }

    @Test
    void refreshesByItself() {
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            watch("web", 100, minute -> minute);
            Waiting.until(() -> !refresher.seen().isEmpty());
            watch("api", 100, minute -> minute);
            Waiting.until(() -> refresher.seen().size() == 2);
        }
    }

    private List<TableRow> rows(boolean canTell) {
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> canTell)) {
            refresher.refresh();
            return refresher.seen();
        }
    }

    private static Map<String, Tendency> words(List<TableRow> rows) {
        return rows.stream().collect(Collectors.toMap(TrendRefresherTest::pod, TableRow::tendency));
    }

    private static Map<String, TableRow> byPod(List<TableRow> rows) {
        return rows.stream().collect(Collectors.toMap(TrendRefresherTest::pod, row -> row));
    }

    private static String pod(TableRow row) {
        return row.rankedSeries().target().name();
    }

    private void watch(String pod, int minutes, DoubleUnaryOperator threads) {
        for (int minute = 0; minute < minutes; minute++) {
            observe(pod, minute, threads.applyAsDouble(minute));
        }
    }

    private void observe(String pod, int minute, double threads) {
        Target target = Target.container("shop", pod, "app", "deployment/web");
        Instant time = START.plusSeconds(60L * minute);
        ranking.observe(new Observation(time, target, "a", Map.of("threads", threads), Map.of(), 1));
    }

    private static TableRow row(TrendRefresher refresher, String pod) {
        return Objects.requireNonNull(byPod(refresher.seen()).get(pod));
    }
}
