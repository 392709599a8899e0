package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.ones;
import static dev.seep.trend.TrendFixture.remembering;
import static dev.seep.trend.TrendFixture.withVariance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodicityTest {
    private static final int N = 60;
    private static final double[] NOISE = gaussian(N, 5);

    @ParameterizedTest
    @ValueSource(doubles = {2, 2.37, 4, 7.5, 11.1})
    void aWaveIsFoundAtItsFrequency(double cycles) {
        double[] wave = wave(cycles);
        List<double[]> columns = Periodicity.columns(blocks(column(N, i -> 10 * wave[i] + NOISE[i])));

        assertThat(columns).hasSize(2);
        double left = new LeastSquares(columns, wave).rss / LeastSquares.dot(wave, wave);
        assertThat(left).as("share that the columns leave of the wave").isLessThan(0.02);
    }

    @Test
    void aCourseBesideTheWaveDoesNotHideIt() {
        double[] wave = wave(5);
        double[] values = column(N, i -> 100 + 3 * i + 40 * (1 - Math.exp(-i / 4.0)) + 5 * wave[i] + NOISE[i]);

        assertThat(Periodicity.columns(blocks(values))).hasSize(2);
    }

    @Test
    void aLoadThatStandsAndFallsHasHarmonics() {
        double[] square = column(N, i -> i % 12 < 6 ? 10 : 0);
        List<double[]> columns = Periodicity.columns(blocks(column(N, i -> square[i] + NOISE[i])));

        assertThat(columns).hasSizeGreaterThan(2).hasSizeLessThanOrEqualTo(10);
        List<double[]> withLevel = new ArrayList<>(columns);
        withLevel.add(ones(N));
        double left = new LeastSquares(withLevel, square).rss;
        double byOneWave = new LeastSquares(List.of(ones(N), columns.get(0), columns.get(1)), square).rss;
        assertThat(left).isLessThan(0.5 * byOneWave);
    }

    @Test
    void whatWasSeenLessThanTwiceIsNoLoad() {
        double[] wave = wave(1.5);
        List<double[]> columns = Periodicity.columns(blocks(column(N, i -> 10 * wave[i])));

        // What the least frequency, two cycles, can make of it: it must not be the wave.
        assertThat(columns).allSatisfy(each -> assertThat(new LeastSquares(List.of(ones(N), each), wave).rss)
                .isGreaterThan(0.3 * LeastSquares.dot(wave, wave)));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "0.5, 8", "0.9, 15"})
    void noiseSeldomHasAPeriod(double phi, double mostPercent) {
        long found = LongStream.range(0, 400)
                .filter(seed ->
                        !Periodicity.columns(blocks(remembering(N, phi, seed))).isEmpty())
                .count();

        assertThat(found / 4.0).isLessThanOrEqualTo(mostPercent);
    }

    @Test
    void aPeriodNeedsTwentyFourBlocks() {
        assertThat(Periodicity.columns(blocks(column(23, i -> i % 4 < 2 ? 10 : 0))))
                .isEmpty();
        assertThat(Periodicity.columns(blocks(column(24, i -> i % 4 < 2 ? 10 : 0))))
                .isNotEmpty();
    }

    @Test
    void severalLivesHaveNoPeriod() {
        double[] wave = wave(5);

        assertThat(Periodicity.columns(blocks(lives(30, 30), column(N, i -> 10 * wave[i] + NOISE[i]))))
                .isEmpty();
    }

    @Test
    void aWaveWithinTheResolutionIsNone() {
        double[] wave = wave(5);
        Blocks blocks = blocks(column(N, i -> wave[i]));

        // The mean square of the wave is a half: ten times the variance of rounding must be below that.
        assertThat(Periodicity.columns(withVariance(blocks, 0.04))).isNotEmpty();
        assertThat(Periodicity.columns(withVariance(blocks, 0.06))).isEmpty();
    }

    @Test
    void theObjectiveIsThatOfTheBestPhi() {
        int[] life = lives(8, 5);
        Blocks blocks = blocks(life, remembering(13, 0.7, 2));
        List<double[]> base = List.of(column(13, i -> 1 - life[i]), column(13, i -> life[i]));
        double best = Double.MAX_VALUE;
        for (double phi : Ar1.GRID) {
            double[][] covariance = Matrices.covariance(life, phi);
            Fit fit = new Fit(blocks, base, new Hypothesis(0, phi, null, List.of()));
            double[] curve = fit.curve();
            double[] rest = column(13, i -> blocks.value()[i] - curve[i]);
            double rss = Matrices.product(rest, Matrices.inverse(covariance), rest);
            best = Math.min(best, 13 * Math.log(rss / 13) + Math.log(Matrices.determinant(covariance)));
        }
        assertThat(Periodicity.objective(blocks, base)).isCloseTo(best, within(1e-9));
    }

    private static double[] wave(double cycles) {
        return column(N, i -> Math.sin(2 * Math.PI * cycles * i / (N - 1.0) + 1));
    }
}
