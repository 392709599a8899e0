package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.ones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final double[] Y = {2.1, 3.9, 6.2, 7.8, 10.1, 11.7};

    @Test
    void aLineIsThatOfTheClosedForm() {
        double[] x = {0, 1, 2, 4, 7, 8};
        double mx = 22.0 / 6;
        double my = 41.8 / 6;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < 6; i++) {
            sxx += (x[i] - mx) * (x[i] - mx);
            sxy += (x[i] - mx) * (Y[i] - my);
            syy += (Y[i] - my) * (Y[i] - my);
        }
        LeastSquares fit = new LeastSquares(List.of(ones(6), x), Y);

        assertThat(fit.coefficients[1]).isCloseTo(sxy / sxx, within(1e-12));
        assertThat(fit.coefficients[0]).isCloseTo(my - sxy / sxx * mx, within(1e-12));
        assertThat(fit.rss).isCloseTo(syy - sxy * sxy / sxx, within(1e-12));
        assertThat(fit.inverse(1)).isCloseTo(1 / sxx, within(1e-12));
        assertThat(fit.inverse(0)).isCloseTo(1.0 / 6 + mx * mx / sxx, within(1e-12));
        assertThat(fit.rank).isEqualTo(2);
    }

    @Test
    void severalColumnsHaveTheInverseOfTheirProducts() {
        List<double[]> columns = List.of(ones(20), gaussian(20, 1), gaussian(20, 2), gaussian(20, 3));
        double[] y = gaussian(20, 4);
        double[][] inverse = Matrices.inverse(Matrices.products(columns, Matrices.identity(20)));
        LeastSquares fit = new LeastSquares(columns, y);

        for (int j = 0; j < 4; j++) {
            double expected = 0;
            for (int k = 0; k < 4; k++) {
                expected += inverse[j][k] * LeastSquares.dot(columns.get(k), y);
            }
            assertThat(fit.inverse(j)).isCloseTo(inverse[j][j], within(1e-12));
            assertThat(fit.coefficients[j]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void whatIsLeftIsOrthogonalToEveryColumn() {
        List<double[]> columns = List.of(ones(30), gaussian(30, 5), gaussian(30, 6));
        double[] y = gaussian(30, 7);
        LeastSquares fit = new LeastSquares(columns, y);
        double[] rest = column(
                30,
                i -> y[i]
                        - fit.coefficients[0]
                        - fit.coefficients[1] * columns.get(1)[i]
                        - fit.coefficients[2] * columns.get(2)[i]);

        assertThat(columns)
                .allSatisfy(each -> assertThat(LeastSquares.dot(each, rest)).isCloseTo(0, within(1e-12)));
        assertThat(LeastSquares.dot(rest, rest)).isCloseTo(fit.rss, within(1e-12));
    }

    @Test
    void aColumnThatDependsOnEarlierOnesGetsNothing() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] twice = column(6, i -> 3 + 2 * x[i]);
        LeastSquares two = new LeastSquares(List.of(ones(6), x), Y);
        LeastSquares three = new LeastSquares(List.of(ones(6), x, twice), Y);

        assertThat(three.coefficients[2]).isZero();
        assertThat(three.rank).isEqualTo(2);
        assertThat(three.rss).isCloseTo(two.rss, within(1e-12));
        assertThat(three.coefficients[1]).isCloseTo(two.coefficients[1], within(1e-12));
    }

    @Test
    void aColumnOfZerosGetsNothing() {
        LeastSquares fit = new LeastSquares(List.of(new double[6], ones(6)), Y);

        assertThat(fit.coefficients).containsExactly(0, new LeastSquares(List.of(ones(6)), Y).coefficients[0]);
        assertThat(fit.rank).isEqualTo(1);
    }

    @Test
    void powersThatAreNearlyTheSameAreToldApart() {
        List<double[]> powers = new ArrayList<>();
        for (int power = 0; power < 6; power++) {
            double exponent = power;
            powers.add(column(21, i -> Math.pow(i / 20.0, exponent)));
        }
        double[] y =
                column(21, i -> powers.stream().mapToDouble(each -> each[i]).sum());

        assertThat(new LeastSquares(powers, y).coefficients)
                .containsExactly(new double[] {1, 1, 1, 1, 1, 1}, within(1e-9));
    }

    @Test
    void theColumnsAndTheValuesStayAsTheyAre() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = Y.clone();

        new LeastSquares(List.of(x), y);

        assertThat(x).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(y).containsExactly(Y);
    }
}
