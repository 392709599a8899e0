package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.report.Envelope.Column;
import dev.seep.sample.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final double FROM = SeriesFixture.START.getEpochSecond();
    private static final double QUARTER = 900;

    @Test
    void hasLowestMeanAndHighestOfEachColumn() {
        Series series = SeriesFixture.of(3, 1, 8, 5, 5, 5, 7, 9);

        assertThat(of(series, 8 * QUARTER, 2).columns())
                .containsExactly(new Column(0.1875, 0, 1, 4.25, 8), new Column(0.6875, 0, 5, 6.5, 9));
    }

    @Test
    void isTheSeriesItselfWhereThereIsRoom() {
        Series series = SeriesFixture.of(3, 1, 8);

        assertThat(of(series, 2 * QUARTER, 100).columns())
                .containsExactly(new Column(0, 0, 3, 3, 3), new Column(0.5, 0, 1, 1, 1), new Column(1, 0, 8, 8, 8));
    }

    @Test
    void keepsLivesApartWithinAColumn() {
        Series series = SeriesFixture.lives(
                "web-1", SeriesFixture.THREADS, new double[] {1, 9}, new double[] {2, 2}, new double[] {3});
        Envelope envelope = of(series, 5 * QUARTER, 1);

        assertThat(envelope.columns()).extracting(Column::life).containsExactly(0, 1, 2);
        assertThat(envelope.columns()).extracting(Column::high).containsExactly(9.0, 2.0, 3.0);
        assertThat(envelope.lives()).hasSize(3).allSatisfy(life -> assertThat(life)
                .hasSize(1));
    }

    @Test
    void isInAsManyStretchesAsThereAreLives() {
        Envelope envelope =
                of(SeriesFixture.lives("w", SeriesFixture.THREADS, new double[3], new double[2]), 4 * QUARTER, 50);

        assertThat(envelope.lives()).hasSize(2);
        assertThat(envelope.lives().get(0)).hasSize(3);
        assertThat(envelope.lives().get(1)).hasSize(2);
        assertThat(of(SeriesFixture.of(1, 2), QUARTER, 50).lives()).hasSize(1);
    }

    @Test
    void isEmptyWithoutASample() {
        Envelope envelope = of(SeriesFixture.of(), QUARTER, 50);

        assertThat(envelope.columns()).isEmpty();
        assertThat(envelope.lives()).isEmpty();
    }

    @Test
    void hasNoMoreColumnsThanThePictureAndLosesNoExtreme() {
        double[] noise = new double[10_000];
        Arrays.setAll(noise, i -> i * 37 % 101);
        noise[7777] = 1e6;
        Envelope envelope = of(SeriesFixture.of(noise), 9_999 * QUARTER, 772);

        assertThat(envelope.columns())
                .hasSizeLessThanOrEqualTo(773)
                .isSortedAccordingTo((a, b) -> Double.compare(a.at(), b.at()));
        assertThat(envelope.columns()).extracting(Column::high).contains(1e6);
        assertThat(envelope.columns()).allSatisfy(column -> {
            assertThat(column.at()).isBetween(0.0, 1.0);
            assertThat(column.mean()).isBetween(column.low(), column.high());
        });
        assertThat(envelope.columns().get(772 / 2).at()).isCloseTo(0.5, within(0.01));
    }

    private static Envelope of(Series series, double seconds, int width) {
        return Envelope.of(series, FROM, seconds, width);
    }
}
