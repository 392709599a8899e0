package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.remembering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ar1Test {
    @Test
    void whiteningGivesBackWhatTheNoiseWasMadeOf() {
        double[] noise = remembering(50, 0.7, 3);

        assertThat(Ar1.whiten(noise, blocks(noise), 0.7)).containsExactly(gaussian(50, 3), within(1e-12));
    }

    @Test
    void noiseWithoutMemoryStaysAsItIs() {
        double[] noise = gaussian(10, 1);

        assertThat(Ar1.whiten(noise, blocks(lives(4, 6), noise), 0)).containsExactly(noise);
    }

    @Test
    void everyLifeStartsAnew() {
        double[] column = {1, 2, 4, 8, 16};

        assertThat(Ar1.whiten(column, blocks(lives(2, 3), column), 0.6))
                .containsExactly(new double[] {0.8, 1.4, 3.2, 5.6, 11.2}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.7, 0.82, 0.9, 0.95})
    void theSquaresOfWhitenedValuesAreThoseOfTheInverseCovariance(double phi) {
        int[] life = lives(5, 3, 1);
        double[] a = gaussian(9, 1);
        double[] b = gaussian(9, 2);
        double[][] precision = Matrices.inverse(Matrices.covariance(life, phi));
        Blocks blocks = blocks(life, a);

        assertThat(LeastSquares.dot(Ar1.whiten(a, blocks, phi), Ar1.whiten(b, blocks, phi)))
                .isCloseTo(Matrices.product(a, precision, b), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "0.5, 3", "0.95, 2"})
    void theDeterminantIsThatOfTheCovariance(double phi, int lives) {
        int[] life = lives(lives == 1 ? new int[] {6} : lives == 2 ? new int[] {4, 2} : new int[] {1, 2, 3});

        assertThat(Ar1.logDeterminant(lives, phi))
                .isCloseTo(Math.log(Matrices.determinant(Matrices.covariance(life, phi))), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // (1 - phi) / (1 - phi - (2 + 4 phi) / n)
        "0,   50, 1.041666667",
        "0.5, 40, 1.25",
        "0.7, 60, 1.363636364",
        // corrected to 0.97 and no further: 0.1 / 0.03 and 0.05 / 0.03
        "0.9,  20, 3.333333333",
        "0.95, 60, 1.666666667"
    })
    void theErrorOfASlopeGrowsByWhatPhiIsFittedTooSmall(double phi, int n, double inflation) {
        assertThat(Ar1.inflation(phi, n)).isCloseTo(inflation, within(1e-8));
    }

    @Test
    void anErrorNeverShrinks() {
        assertThat(Ar1.inflation(0.99, 1000)).isEqualTo(1);
    }

    @Test
    void withMoreBlocksThereIsLessToCorrect() {
        assertThat(Ar1.inflation(0.5, 30)).isGreaterThan(Ar1.inflation(0.5, 60));
        assertThat(Ar1.inflation(0.5, 1_000_000)).isCloseTo(1, within(1e-4));
    }
}
