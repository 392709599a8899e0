package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.SeriesFixture;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a series has had before, and given back, it needs no leak for. */
class ComeBackTest {
    private static final int POLLS = 150;
    private static final double START = 0.06;

    @Test
    void aRiseToWhereItBeganIsOpen() {
        Trend low = fit(u -> late(u, 2.5));
        Trend high = fit(u -> u < START ? 37 : late(u, 2.5));

        assertThat(low.decision()).isEqualTo(Decision.GROWS);
        assertThat(high.decision()).isEqualTo(Decision.OPEN);
    }

    @Test
    void replicasThatAllRiseToWhereTheyBeganAreNoMoreEvidence() {
        assertThat(fit(u -> u < START ? 37 : late(u, 2.5)).twoLogBayesFactor()).isNotPositive();
    }

    @Test
    void aSpikeIsNoStart() {
        assertThat(fit(u -> u == 5.0 / POLLS ? 80 : late(u, 2.5)).decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aRiseBeyondWhereItBeganIsGrowth() {
        Trend trend = fit(u -> u < START ? 33 : late(u, 2.5));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aLeakThatIsPlainIsOneBelowWhereItBegan() {
        Trend trend = fit(u -> u < START ? 60 : 32 + 20 * u);

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
    }

    private static double late(double u, double rise) {
        return 32 + rise * Math.max(0, u - 0.6) / 0.4;
    }

    private static Trend fit(DoubleUnaryOperator course) {
        Random random = new Random(3);
        SeriesFixture polls = SeriesFixture.of("300s every 2s").mebibytes().plus(second -> {
            double share = second / 2 / POLLS;
            return Math.rint(1e6 * (course.applyAsDouble(share) + 0.35 * random.nextGaussian())) / (1 << 20);
        });
        return new TrendFitter().fit(polls.series());
    }

    @Test
    void whatWasAsHighAsNowAndFellToItsMedianHasComeBack() {
        assertThat(Reversion.isSeenIn(samples(with(10, 9)))).isTrue();
        assertThat(Reversion.isSeenIn(samples(with(10, 7.9)))).isFalse();
    }

    @Test
    void nowIsTheMeanOfTheLastTwentieth() {
        // The last two of forty are 6 and 10.
        double[] values = column(40, i -> i == 10 ? 7.9 : i == 38 ? 6 : i == 39 ? 10 : i % 2);

        assertThat(Reversion.isSeenIn(samples(values))).isFalse();
        values[10] = 8;
        assertThat(Reversion.isSeenIn(samples(values))).isTrue();
    }

    @Test
    void whatStaysAboveItsMedianHasNotComeBack() {
        assertThat(Reversion.isSeenIn(samples(column(40, i -> i < 20 ? i % 2 : 8))))
                .isFalse();
    }

    @Test
    void whatComesBackInAnotherLifeHasNotComeBack() {
        assertThat(Reversion.isSeenIn(samples(with(10, 9)))).isTrue();
        assertThat(Reversion.isSeenIn(samples(lives(11, 29), with(10, 9)))).isFalse();
        assertThat(Reversion.isSeenIn(samples(lives(12, 28), with(10, 9)))).isTrue();
    }

    @Test
    void whatIsHighOnlyNowHasNotComeBack() {
        assertThat(Reversion.isSeenIn(samples(column(40, i -> i == 38 ? 9 : i == 39 ? 0 : i % 2))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7, true", "8, false", "31, false"})
    void theStartIsTheFirstFifthOfTheTime(int at, boolean toStart) {
        // Forty samples, an hour apart: a fifth of the 39 hours are 7.8.
        assertThat(Reversion.isToStart(samples(with(at, 9)))).isEqualTo(toStart);
    }

    @Test
    void whatWasAsHighSinceHasNotOnlyComeToItsStart() {
        double[] values = with(2, 9);
        values[31] = 8;
        assertThat(Reversion.isToStart(samples(values))).isFalse();

        values[31] = 1;
        values[32] = 8;
        assertThat(Reversion.isToStart(samples(values))).as("in the last fifth").isTrue();
    }

    @Test
    void onlyOneLifeHasAStart() {
        assertThat(Reversion.isToStart(samples(lives(20, 20), with(2, 9)))).isFalse();
    }

    /** Up and down by 1 with one value that is not, and 8 in the end. */
    private static double[] with(int at, double value) {
        return column(40, i -> i == at ? value : i >= 38 ? 8 : i % 2);
    }
}
