package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.ones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GramTest {
    private static final int N = 12;
    /** The last life is a single block. */
    private static final int[] LIFE = lives(7, 4, 1);

    private final List<double[]> columns = List.of(ones(N), gaussian(N, 1), gaussian(N, 2), gaussian(N, 3));
    private final Blocks blocks = blocks(LIFE, columns.get(3));
    private final GramMatrix gramMatrix = new GramMatrix(columns, blocks);

    @Test
    void itsProductsAreThoseOfWhitenedColumnsForEveryPhi() {
        for (double phi : Ar1.GRID) {
            double[] matrix = gramMatrix.at(phi);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double[] a = Ar1.whiten(columns.get(i), blocks, phi);
                    double[] b = Ar1.whiten(columns.get(j), blocks, phi);
                    assertThat(matrix[4 * i + j])
                            .as("phi %s, columns %d and %d", phi, i, j)
                            .isCloseTo(LeastSquares.dot(a, b), within(1e-10));
                }
            }
        }
    }

    @Test
    void whatIsTakenOutLeavesTheProductsOfWhatIsLeft() {
        double[] matrix = gramMatrix.at(0.5);
        List<double[]> white =
                columns.stream().map(each -> Ar1.whiten(each, blocks, 0.5)).toList();
        GramMatrix.takeOut(matrix, 4, 0, 1, 0);
        GramMatrix.takeOut(matrix, 4, 1, 2, 0);

        double left = new LeastSquares(white.subList(0, 2), white.get(3)).rss;
        double other = new LeastSquares(white.subList(0, 2), white.get(2)).rss;
        double both = new LeastSquares(white.subList(0, 3), white.get(3)).rss;
        assertThat(matrix[15]).isCloseTo(left, within(1e-10));
        assertThat(matrix[10]).isCloseTo(other, within(1e-10));
        assertThat(left - matrix[11] * matrix[14] / matrix[10]).isCloseTo(both, within(1e-10));
    }

    @Test
    void takingOutTellsTheSquaredLengthOfTheColumn() {
        assertThat(GramMatrix.takeOut(gramMatrix.at(0), 4, 0, 1, 0)).isEqualTo(N);
    }

    @Test
    void aColumnOfWhichNothingIsLeftTakesNothingOut() {
        GramMatrix twice = new GramMatrix(List.of(columns.get(1), columns.get(1), columns.get(2)), blocks);
        double[] matrix = twice.at(0);
        double length = matrix[0];
        GramMatrix.takeOut(matrix, 3, 0, 1, 0);
        double[] before = matrix.clone();

        assertThat(GramMatrix.takeOut(matrix, 3, 1, 2, 1e-9 * length)).isZero();
        assertThat(matrix).containsExactly(before);
    }
}
