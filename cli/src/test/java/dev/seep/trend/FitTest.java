package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.ones;
import static dev.seep.trend.TrendFixture.withVariance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Shape.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
    private static final int N = 20;
    private static final double[] X = column(N, i -> i / (N - 1.0));
    private static final double[] NOISE = gaussian(N, 11);

    @Test
    void theGrowthIsThatOfTheClosedFormOfALine() {
        double[] y = column(N, i -> 10 + 3 * X[i] + 0.2 * NOISE[i]);
        double my = Arrays.stream(y).average().orElseThrow();
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < N; i++) {
            sxx += (X[i] - 0.5) * (X[i] - 0.5);
            sxy += (X[i] - 0.5) * (y[i] - my);
            syy += (y[i] - my) * (y[i] - my);
        }
        Fit fit = fit(blocks(y), 0, line());

        assertThat(fit.growth()).isCloseTo(sxy / sxx, within(1e-12));
        assertThat(fit.growthError()).isCloseTo(Math.sqrt((syy - sxy * sxy / sxx) / (N - 2) / sxx), within(1e-12));
        assertThat(fit.freedom).isEqualTo(N - 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.7, 0.95})
    void inNoiseThatRemembersItIsThatOfGeneralisedLeastSquares(double phi) {
        int[] life = lives(12, 8);
        Blocks blocks = blocks(life, column(N, i -> 10 + 3 * X[i] + NOISE[i]));
        List<double[]> base = List.of(column(N, i -> 1 - life[i]), column(N, i -> life[i]));
        Shape trend = line();
        List<double[]> columns = List.of(base.get(0), base.get(1), trend.column());
        double[][] precision = Matrices.inverse(Matrices.covariance(life, phi));
        double[][] inverse = Matrices.inverse(Matrices.products(columns, precision));
        double growth = 0;
        for (int k = 0; k < 3; k++) {
            growth += inverse[2][k] * Matrices.product(columns.get(k), precision, blocks.value());
        }

        Fit fit = new Fit(blocks, base, new Hypothesis(0, phi, trend, List.of()));

        double[] rest = difference(blocks.value(), fit.curve());
        double variance = Matrices.product(rest, precision, rest) / (N - 3);
        assertThat(fit.growth()).isCloseTo(growth, within(1e-9));
        assertThat(fit.growthError()).isCloseTo(Math.sqrt(inverse[2][2] * variance), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void theDevianceDiffersByWhatTheNormalDensitiesDo(double phi) {
        Blocks blocks = blocks(column(N, i -> 5 + 2 * X[i] + NOISE[i]));
        Fit with = fit(blocks, phi, line());
        Fit without = fit(blocks, 0, null);

        assertThat(with.deviance(N) - without.deviance(N))
                .isCloseTo(
                        minusTwoLogDensity(blocks, with, phi) - minusTwoLogDensity(blocks, without, 0), within(1e-9));
    }

    @Test
    void whatEveryHypothesisTakesIsNotCounted() {
        Fit fit = fit(blocks(column(N, i -> 4 * NOISE[i])), 0, null);
        double rss = fit.variance * fit.freedom;

        assertThat(fit.deviance(15)).isCloseTo(15 * Math.log(rss / N), within(1e-9));
        assertThat(fit.deviance(0)).isCloseTo(Math.log(rss / N), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void noFitIsBetterThanTheResolutionAllows(double phi) {
        Fit fit = fit(withVariance(blocks(column(N, i -> 3 * X[i])), 0.01), phi, line());

        assertThat(fit.variance).isCloseTo(0.01 * N * (1 - phi) * (1 - phi) / (N - 2), within(1e-12));
    }

    @Test
    void theCurveAddsUpBaseTrendAndParts() {
        Shape step = Shape.of(Kind.STEP, 0.5, 0, X, 0);
        double[] y = column(N, i -> 10 + 4 * X[i] + 7 * step.column()[i]);

        assertThat(fit(blocks(y), 0, line(), step).curve()).containsExactly(y, within(1e-9));
    }

    @Test
    void whatRisesKeepsGrowingAndWhatFallsDoesNot() {
        assertThat(fit(blocks(column(N, i -> X[i])), 0, line()).keepsGrowing()).isTrue();
        assertThat(fit(blocks(column(N, i -> -X[i])), 0, line()).keepsGrowing()).isFalse();
        assertThat(fit(blocks(column(N, i -> X[i])), 0, null).keepsGrowing()).isFalse();
    }

    @Test
    void aTrendThatAStepDownOutweighsDoesNotKeepGrowing() {
        Shape step = Shape.of(Kind.STEP, 0.5, 0, X, 0);
        Blocks falls = blocks(column(N, i -> 4 * X[i] - 3 * step.column()[i]));
        Blocks rises = blocks(column(N, i -> 4 * X[i] - 2.5 * step.column()[i]));

        assertThat(fit(falls, 0, line(), step).keepsGrowing()).isFalse();
        assertThat(fit(rises, 0, line(), step).keepsGrowing()).isTrue();
    }

    @Test
    void overSeveralLivesTheTrendAloneDecides() {
        Shape start = Shape.of(Kind.RAMP, 0, 0.1, X, 0);
        double[] y = column(N, i -> 4 * X[i] - 6 * start.column()[i]);

        assertThat(fit(blocks(lives(19, 1), y), 0, line(), start).keepsGrowing())
                .isTrue();
        assertThat(fit(blocks(y), 0, line(), start).keepsGrowing()).isFalse();
        assertThat(fit(blocks(y), 0, line(), start).growsAfterStart()).isTrue();
        assertThat(fit(blocks(lives(19, 1), y), 0, line(), start).growsAfterStart())
                .isFalse();
    }

    @Test
    void theRiseIsTheTrendLessWhatFellForGood() {
        Shape step = Shape.of(Kind.STEP, 0.5, 0, X, 0);
        double[] y = column(N, i -> 4 * X[i] - 3 * step.column()[i]);

        // Lowest at block 10, just after the step: from there to the end it rises by 4 * 9 / 19.
        assertThat(fit(blocks(y), 0, line(), step).rise()).isCloseTo(4 * 9.0 / 19, within(1e-9));
        assertThat(fit(blocks(column(N, i -> 4 * X[i])), 0, line()).rise()).isCloseTo(4, within(1e-9));
    }

    @Test
    void aRiseThatAPartAddsIsNotThatOfTheTrend() {
        Shape step = Shape.of(Kind.STEP, 0.5, 0, X, 0);
        double[] y = column(N, i -> 4 * X[i] + 3 * step.column()[i]);

        assertThat(fit(blocks(y), 0, line(), step).rise()).isCloseTo(4, within(1e-9));
    }

    @Test
    void whatGrewAndFellByAllOfItIsTakenBack() {
        Shape step = Shape.of(Kind.STEP, 0.7, 0, X, 0);
        double[] y = column(N, i -> 4 * X[i] - 2.8 * step.column()[i]);

        assertThat(fit(blocks(y), 0, line(), step).isTakenBack()).isTrue();
        assertThat(fit(blocks(lives(19, 1), y), 0, line(), step).isTakenBack()).isFalse();
    }

    @Test
    void aStepUpThatEndsIsNoGrowthThatWasTakenBack() {
        Shape up = Shape.of(Kind.STEP, 0.3, 0, X, 0);
        Shape down = Shape.of(Kind.STEP, 0.7, 0, X, 0);
        double[] y = column(N, i -> X[i] + 5 * up.column()[i] - 5 * down.column()[i]);

        assertThat(fit(blocks(y), 0, line(), up, down).isTakenBack()).isFalse();
    }

    private static Shape line() {
        return Shape.of(Kind.LINE, 0, 0, X, 0);
    }

    private static Fit fit(Blocks blocks, double phi, @Nullable Shape trend, Shape... parts) {
        return new Fit(blocks, List.of(ones(N)), new Hypothesis(0, phi, trend, List.of(parts)));
    }

    /** Of the noise of the fit, at the variance that makes it likeliest, by the covariance of all blocks. */
    private static double minusTwoLogDensity(Blocks blocks, Fit fit, double phi) {
        double[] rest = difference(blocks.value(), fit.curve());
        double[][] covariance = Matrices.covariance(blocks.life(), phi);
        double variance = Matrices.product(rest, Matrices.inverse(covariance), rest) / N;
        return N * Math.log(2 * Math.PI * variance) + Math.log(Matrices.determinant(covariance)) + N;
    }

    private static double[] difference(double[] a, double[] b) {
        return column(a.length, i -> a[i] - b[i]);
    }
}
