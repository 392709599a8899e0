package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.ones;
import static dev.seep.trend.TrendFixture.remembering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Shape.Kind;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    private static final int N = 60;
    private static final double[] X = column(N, i -> i / (N - 1.0));
    private static final double[] NOISE = gaussian(N, 9);
    private static final List<double[]> LEVEL = List.of(ones(N));

    @Test
    void withoutGrowthThereIsNone() {
        assertThat(SlopeEstimate.of(blocks(NOISE), LEVEL, new CandidateModels()))
                .isEqualTo(SlopeEstimate.NONE);
        assertThat(SlopeEstimate.NONE.isBeyondItsError()).isFalse();
    }

    @Test
    void ofALineAloneItIsThatOfLeastSquares() {
        Blocks blocks = blocks(column(N, i -> 100 + 20 * X[i] + NOISE[i]));
        Fit fit = new Fit(blocks, LEVEL, hypothesis(0, 0, Kind.LINE, 0));
        double error = fit.growthError() / 59 * Ar1.inflation(0, N);
        double reach = error * TDistribution.of(58).inverseCumulativeProbability(0.975);

        SlopeEstimate slopeEstimate = of(blocks, hypothesis(0, 0, Kind.LINE, 0));

        assertThat(slopeEstimate.slope()).isCloseTo(fit.growth() / 59, within(1e-12));
        assertThat(slopeEstimate.error()).isCloseTo(error, within(1e-12));
        assertThat(slopeEstimate.low()).isCloseTo(slopeEstimate.slope() - reach, within(1e-5));
        assertThat(slopeEstimate.high()).isCloseTo(slopeEstimate.slope() + reach, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"LINE, 0, 1", "HINGE, 0.5, 2", "ROOT, 0, 0.585786437626905", "SQUARE, 0, 1.5"})
    void theSlopeIsThatOfTheSecondHalfOrAfterTheOnset(Kind kind, double start, double perRise) {
        double[] shape = Shape.of(kind, start, 0, X, 0).column();
        Blocks blocks = blocks(column(N, i -> 100 + 20 * shape[i]));
        CandidateModels candidates = new CandidateModels();
        candidates.take(hypothesis(0, 0, kind, start));

        double slope = SlopeEstimate.of(noisy(blocks), LEVEL, candidates).slope();

        assertThat(slope).isCloseTo(20 * perRise / 59, within(0.02 * 20 * perRise / 59));
    }

    @Test
    void hypothesesThatDisagreeWidenTheError() {
        Blocks blocks = noisy(blocks(column(N, i -> 100 + 20 * X[i])));

        SlopeEstimate both = of(blocks, hypothesis(0, 0, Kind.LINE, 0), hypothesis(0, 0, Kind.SQUARE, 0));
        SlopeEstimate line = of(blocks, hypothesis(0, 0, Kind.LINE, 0));
        SlopeEstimate square = of(blocks, hypothesis(0, 0, Kind.SQUARE, 0));

        assertThat(both.slope()).isCloseTo((line.slope() + square.slope()) / 2, within(1e-9));
        double half = (line.slope() - square.slope()) / 2;
        double mean = (line.error() * line.error() + square.error() * square.error()) / 2;
        assertThat(both.error()).isCloseTo(Math.sqrt(mean + half * half), within(1e-9));
        assertThat(both.low()).isLessThan(Math.max(line.low(), square.low()));
        assertThat(both.high()).isGreaterThan(Math.min(line.high(), square.high()));
    }

    @Test
    void whatIsLessLikelyWeighsLess() {
        Blocks blocks = noisy(blocks(column(N, i -> 100 + 20 * X[i])));
        double line = of(blocks, hypothesis(0, 0, Kind.LINE, 0)).slope();
        double square = of(blocks, hypothesis(0, 0, Kind.SQUARE, 0)).slope();

        SlopeEstimate slopeEstimate = of(blocks, hypothesis(0, 0, Kind.LINE, 0), hypothesis(4, 0, Kind.SQUARE, 0));

        double weight = Math.exp(-2);
        assertThat(slopeEstimate.slope()).isCloseTo((line + weight * square) / (1 + weight), within(1e-9));
    }

    @Test
    void theIntervalHoldsNoSlopeBelowZero() {
        // A line of one and a half of its standard errors: what least squares makes of the noise is taken out.
        LeastSquares noise = new LeastSquares(List.of(ones(N), X), NOISE);
        double growth = 1.5 * Math.sqrt(noise.inverse(1) * noise.rss / 58);
        Blocks faint = blocks(column(N, i -> NOISE[i] + (growth - noise.coefficients[1]) * X[i]));
        Fit fit = new Fit(faint, LEVEL, hypothesis(0, 0, Kind.LINE, 0));
        SlopeEstimate slopeEstimate = of(faint, hypothesis(0, 0, Kind.LINE, 0));
        double error = fit.growthError() / 59 * Ar1.inflation(0, N);
        TDistribution student = TDistribution.of(58);
        double negative = student.cumulativeProbability(-slopeEstimate.slope() / error);

        assertThat(negative).as("probability of a slope below 0").isBetween(0.05, 0.1);
        assertThat(slopeEstimate.low()).isPositive();
        assertThat(student.cumulativeProbability((slopeEstimate.low() - slopeEstimate.slope()) / error))
                .isCloseTo(negative + 0.025 * (1 - negative), within(1e-4));
        assertThat(student.survivalProbability((slopeEstimate.high() - slopeEstimate.slope()) / error))
                .isCloseTo(0.025 * (1 - negative), within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"LINE, 0.5", "HINGE, 0"})
    void theIntervalHoldsTheTruthInAboutNineteenOfTwenty(Kind kind, double phi) {
        double[] shape = Shape.of(kind, kind == Kind.HINGE ? 0.4 : 0, 0, X, 0).column();
        double truth = 30.0 / 59 * (kind == Kind.HINGE ? 1 / 0.6 : 1);
        long held = LongStream.range(0, 200)
                .filter(seed -> {
                    double[] noise = remembering(N, phi, seed);
                    SlopeEstimate slopeEstimate = ViewFit.of(blocks(column(N, i -> 100 + 30 * shape[i] + noise[i])))
                            .growthSlope();
                    return slopeEstimate.low() <= truth && truth <= slopeEstimate.high();
                })
                .count();

        assertThat(held / 2.0).isBetween(90.0, 99.0);
    }

    @Test
    void aSlopeIsBeyondItsErrorOrNot() {
        assertThat(new SlopeEstimate(2, 1.9, 0, 4).isBeyondItsError()).isTrue();
        assertThat(new SlopeEstimate(2, 2.1, 0, 4).isBeyondItsError()).isFalse();
    }

    private static Blocks noisy(Blocks blocks) {
        return blocks(column(N, i -> blocks.value()[i] + 0.2 * NOISE[i]));
    }

    private static SlopeEstimate of(Blocks blocks, Hypothesis... hypotheses) {
        CandidateModels candidates = new CandidateModels();
        for (Hypothesis hypothesis : hypotheses) {
            candidates.take(hypothesis);
        }
        return SlopeEstimate.of(blocks, LEVEL, candidates);
    }

    private static Hypothesis hypothesis(double objective, double phi, Kind kind, double start) {
        return new Hypothesis(objective, phi, Shape.of(kind, start, 0, X, 0), List.of());
    }
}
