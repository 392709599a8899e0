package dev.seep.verdict;

import static dev.seep.verdict.RunOf.START;
import static dev.seep.verdict.RunOf.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series that follow each other, made one, and parts of a series. */
class SuccessionTest {
    private static final Metric MEMORY = RunOf.bytes("memory.anon");

    @Test
    void oneSeriesSucceedsNobody() {
        Series alone = part(1, 0, 50, 1, 2);

        assertThat(ConcatenatedSeries.of(List.of(alone))).isSameAs(alone);
    }

    @Test
    void eachPartBringsItsSamplesAndItsLives() {
        Series whole = ConcatenatedSeries.of(List.of(part(1, 0, 50, 1, 2), part(2, 5, 50, 3), twoLives()));

        assertThat(values(whole)).containsExactly(1.0, 2.0, 3.0, 7.0, 8.0, 9.0, 9.5);
        assertThat(minutes(whole)).containsExactly(0.0, 1.0, 5.0, 10.0, 11.0, 12.0, 13.0);
        assertThat(IntStream.range(0, whole.size()).map(whole::life)).containsExactly(0, 0, 1, 2, 2, 3, 3);
        assertThat(whole.lives()).extracting(Incarnation::id).containsExactly("from 0", "from 5", "a", "b");
    }

    @Test
    void theNameIsThatOfTheFirstAndTheGapsAreOfAll() {
        Series whole = ConcatenatedSeries.of(List.of(RunOf.series(pod("web-1"), "threads", 0, 3), later(4)));

        assertThat(whole.name()).isEqualTo("shop/web-1/app threads");
        assertThat(whole.target()).isEqualTo(pod("web-1"));
        assertThat(whole.gaps()).isEqualTo(7);
    }

    @Test
    void theLimitIsTheLastThatIsKnown() {
        assertThat(ConcatenatedSeries.of(List.of(part(1, 0, 50, 1), part(2, 5, 70, 1)))
                        .limit())
                .hasValue(70);
        assertThat(ConcatenatedSeries.of(List.of(part(1, 0, 50, 1), part(2, 5, Double.NaN, 1)))
                        .limit())
                .hasValue(50);
    }

    @Test
    void settledIsWhatIsOldEnoughInItsLife() {
        assertThat(values(ConcatenatedSeries.settled(twoLives(), 60))).containsExactly(8.0, 9.5);
        assertThat(values(ConcatenatedSeries.settled(twoLives(), 0))).containsExactly(7.0, 8.0, 9.0, 9.5);
        assertThat(ConcatenatedSeries.settled(twoLives(), 61).size()).isZero();
    }

    @Test
    void whatHasSettledStillHasItsLivesGapsAndLimit() {
        Series settled = ConcatenatedSeries.settled(RunOf.series(pod("web-1"), "threads", 0, 3), 100);

        assertThat(settled.lives()).hasSize(1);
        assertThat(settled.gaps()).isEqualTo(3);
        assertThat(ConcatenatedSeries.settled(part(1, 0, 50, 1), 0).limit()).hasValue(50);
        assertThat(ConcatenatedSeries.settled(part(1, 0, Double.NaN, 1), 0).limit())
                .isEmpty();
    }

    @Test
    void bothEndsOfATimeBelongToIt() {
        Series series = part(1, 0, 50, 1, 2, 3, 4);
        double start = START.getEpochSecond();

        assertThat(values(ConcatenatedSeries.between(series, start + 60, start + 120)))
                .containsExactly(2.0, 3.0);
        assertThat(ConcatenatedSeries.between(series, start + 61, start + 119).size())
                .isZero();
    }

    private static Series part(int pod, int minute, double limit, double... values) {
        return RunOf.of(pod("web-" + pod), MEMORY, minute, limit, values);
    }

    private static Series later(int gaps) {
        return new Series(
                "shop/web-2/app threads",
                pod("web-2"),
                RunOf.count("threads"),
                List.of(new Incarnation("b", START, null)),
                new double[] {START.getEpochSecond() + 9999.0},
                new double[] {1},
                new int[1],
                gaps,
                Double.NaN);
    }

    /** Two samples in each. */
    private static Series twoLives() {
        Series plain = part(3, 10, 50, 7, 8, 9, 9.5);
        return new Series(
                plain.name(),
                plain.target(),
                MEMORY,
                List.of(new Incarnation("a", START, null), new Incarnation("b", START, "exit 1")),
                IntStream.range(0, 4).mapToDouble(plain::seconds).toArray(),
                new double[] {7, 8, 9, 9.5},
                new int[] {0, 0, 1, 1},
                0,
                50);
    }

    private static List<Double> values(Series series) {
        return IntStream.range(0, series.size()).mapToObj(series::value).toList();
    }

    private static List<Double> minutes(Series series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> (series.seconds(i) - START.getEpochSecond()) / 60)
                .toList();
    }
}
