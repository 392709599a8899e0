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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendRefresherTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    private final SeriesRanking ranking =
            new SeriesRanking(List.of(Metric.unlimited("threads", Unit.COUNT, BadDirection.UP)));

    @Test
    void hasAWordForEachCourse() {
        Random noise = new Random(1);
        watch("growing", 500, minute -> 10 + minute + noise.nextGaussian());
        watch("flat", 500, minute -> minute < 3 ? 49 : 50);
        watch("settled", 500, minute -> 100 * (1 - Math.exp(-minute / 20)));
        watch("noisy", 12, minute -> 100 + 90 * noise.nextGaussian());
        watch("early", 3, minute -> minute);

        assertThat(words(rows(true)))
                .containsEntry("growing", Tendency.GROWING)
                .containsEntry("flat", Tendency.STEADY)
                .containsEntry("settled", Tendency.STEADY)
                .containsEntry("noisy", Tendency.NOISY)
                .containsEntry("early", Tendency.TOO_SHORT);
        assertThat(words(rows(false)))
                .as("in the first half of a run")
                .containsEntry("growing", Tendency.MAY_LEAK)
                .containsEntry("flat", Tendency.STEADY);
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
        watch("flat", 100, minute -> minute < 3 ? 49 : 50);
        watch("growing", 100, minute -> 10 + minute);

        assertThat(rows(true)).extracting(TrendRefresherTest::pod).containsExactly("growing", "flat");
    }

    @Test
    void listsLeaksFirstThenWhatMovesAndCountsWhatIsConstant() {
        watch("constant", 100, minute -> 50);
        watch("settled", 500, minute -> 100 * (1 - Math.exp(-minute / 20)));
        watch("falling", 500, minute -> 1000 - minute);
        watch("early", 3, minute -> minute);
        Random noise = new Random(1);
        watch("growing", 500, minute -> 1000 + minute + 40 * noise.nextGaussian());
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            refresher.refresh();

            assertThat(refresher.seen().rows())
                    .extracting(TrendRefresherTest::pod)
                    .containsExactly("growing", "early", "falling", "settled");
            assertThat(refresher.seen().constant()).isEqualTo(1);
            assertThat(refresher.seen().all()).isEqualTo(4);
        }
    }

    @Test
    void saysAnotherWordOnceItIsFoundAgainAndAgain() {
        boolean[] late = {false};
        Random noise = new Random(1);
        DoubleUnaryOperator line = minute -> 10 + minute + noise.nextGaussian();
        watch("web", 500, line);
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> late[0])) {
            refresher.close(); // looks only where the test says so
            List<Tendency> said = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                late[0] = i == 1 || i >= 4; // a doubt at the third and fourth look
                observe("web", 500 + i, line.applyAsDouble(500 + i));
                refresher.refresh();
                refresher.refresh(); // the same fit is no further one
                said.add(row(refresher, "web").tendency());
            }

            assertThat(said.subList(0, 6)).as("found too rarely").containsOnly(Tendency.MAY_LEAK);
            assertThat(said.subList(6, 10)).containsOnly(Tendency.GROWING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/web-6d-a/app threads",
                "WEB-6D",
                "deployment/web/app thr",
                "web/app thr",
                "web-a threads",
                "web*thr",
                "we?-a",
                "web",
            })
    void findsASeriesByWhatItIsCalledAnywhere(String filter) {
        watch("web-6d-a", 9, minute -> minute);
        watch("web-6d-b", 9, minute -> 5);
        watch("api-1", 9, minute -> minute);
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            refresher.filter(filter);
            Waiting.until(() -> !refresher.seen().rows().isEmpty()
                    && refresher.seen().rows().stream().noneMatch(row -> pod(row).equals("api-1")));

            assertThat(refresher.seen().rows())
                    .extracting(TrendRefresherTest::pod)
                    .startsWith("web-6d-a");
        }
    }

    @Test
    void listsConstantSeriesLastWhereOneAsksForThem() {
        watch("level", 100, minute -> 50);
        watch("settled", 100, minute -> minute < 3 ? 49 : 50);
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            refresher.filter("*");
            Waiting.until(() -> refresher.seen().rows().size() == 2);

            assertThat(refresher.seen().rows())
                    .extracting(TrendRefresherTest::pod)
                    .containsExactly("settled", "level");
            assertThat(refresher.seen().constant()).isZero();
        }
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
            Waiting.until(() -> !refresher.seen().rows().isEmpty());
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
            Waiting.until(() -> refresher.seen().rows().size() == 1);
            assertThat(refresher.seen().rows())
                    .extracting(TrendRefresherTest::pod)
                    .containsExactly("Web");

            refresher.filter("nowhere");
            Waiting.until(() -> refresher.seen().rows().isEmpty());
            refresher.filter("");
            Waiting.until(() -> refresher.seen().rows().size() == 2);
        }
    }

    @Test
    void refreshesByItself() {
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> true)) {
            watch("web", 100, minute -> minute);
            Waiting.until(() -> !refresher.seen().rows().isEmpty());
            watch("api", 100, minute -> minute);
            Waiting.until(() -> refresher.seen().rows().size() == 2);
        }
    }

    private List<TableRow> rows(boolean canTell) {
        try (TrendRefresher refresher = new TrendRefresher(ranking, () -> canTell)) {
            refresher.refresh();
            return refresher.seen().rows();
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
        Target target = Target.container("shop", pod, "app", "deployment/" + pod.replaceAll("-.*", ""));
        Instant time = START.plusSeconds(60L * minute);
        ranking.observe(new Observation(time, target, "a", Map.of("threads", threads), Map.of(), 1));
    }

    private static TableRow row(TrendRefresher refresher, String pod) {
        return Objects.requireNonNull(byPod(refresher.seen().rows()).get(pod));
    }
}
