package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubsetSearchTest {
    private static final int N = 24;
    private static final int PARTS = 5;

    private final List<double[]> parts = new ArrayList<>();
    private double[] factor = new double[PARTS];
    private double[] discount = new double[PARTS];
    private double[] y = new double[N];
    private double floor;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theBestSetIsThatOfAnExhaustiveSearch(int most) {
        int[] sizes = new int[4];
        for (long seed = 0; seed < 200; seed++) {
            draw(seed);
            SubsetSearch search = search(most);
            Best best = exhaustive(most);

            assertThat(search.score()).as("seed %d", seed).isCloseTo(best.score, within(1e-9));
            assertThat(search.set()).as("seed %d", seed).containsExactlyInAnyOrder(best.set);
            sizes[best.set.length]++;
        }
        assertThat(Arrays.copyOf(sizes, most + 1)).as("sets of every size").doesNotContain(0);
    }

    @Test
    void ofManyPairsThatAreNearlyAsGoodTheBestIsFound() {
        int pairs = 0;
        for (long seed = 0; seed < 200; seed++) {
            drawCheap(seed);
            Best best = exhaustive(2);

            assertThat(search(2).score()).as("seed %d", seed).isCloseTo(best.score, within(1e-9));
            pairs += best.set.length == 2 ? 1 : 0;
        }
        assertThat(pairs).isGreaterThan(150);
    }

    @Test
    void whatGainsLessThanItCostsStaysOut() {
        unitParts();
        y = column(N, i -> i == 0 ? 1 : i == 10 ? 3 : 0);
        factor[0] = 10.0 / 9 + 1e-6;

        assertThat(search(1).set()).isEmpty();
        assertThat(search(1).score()).isEqualTo(10);
    }

    @Test
    void whatGainsMoreThanItCostsIsTaken() {
        unitParts();
        y = column(N, i -> i == 0 ? 1 : i == 10 ? 3 : 0);
        factor[0] = 10.0 / 9 - 1e-6;

        assertThat(search(1).set()).containsExactly(0);
        assertThat(search(1).score()).isCloseTo(9 * factor[0], within(1e-12));
    }

    @Test
    void onlyOneOfASetTakesItsRebate() {
        unitParts();
        y = column(N, i -> i < 2 ? 3 : i == 10 ? 1 : 0);
        Arrays.fill(factor, 1.5);
        discount[0] = 0.8;
        discount[1] = 0.9;

        assertThat(search(2).set()).containsExactlyInAnyOrder(0, 1);
        assertThat(search(2).score()).isCloseTo(1.5 * 1.5 * 0.8, within(1e-12));
    }

    @Test
    void ofThreeTheLargestRebateIsTaken() {
        unitParts();
        y = column(N, i -> i < 3 ? 3 : i == 10 ? 1 : 0);
        Arrays.fill(factor, 1.2);
        discount[1] = 0.9;
        discount[2] = 0.7;

        assertThat(search(3).set()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(search(3).score()).isCloseTo(1.2 * 1.2 * 1.2 * 0.7, within(1e-12));
    }

    @Test
    void twoThatAreNearlyTheSameAreNoPair() {
        unitParts();
        // Of the second nine hundredths of the squared length are left beside the first.
        parts.set(1, column(N, i -> i == 0 ? Math.sqrt(0.91) : i == 1 ? 0.3 : 0));
        y = column(N, i -> i == 1 ? 3 : i == 10 ? 0.1 : 0);

        assertThat(search(2).set()).containsExactly(1);
    }

    @Test
    void twoThatDifferByMoreAreAPair() {
        unitParts();
        parts.set(1, column(N, i -> i == 0 ? Math.sqrt(0.89) : i == 1 ? Math.sqrt(0.11) : 0));
        y = column(N, i -> i == 1 ? 3 : i == 10 ? 0.1 : 0);

        assertThat(search(2).set()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aThirdThatTheFirstTwoNearlyMakeUpStaysOut() {
        unitParts();
        parts.set(2, column(N, i -> i < 2 ? Math.sqrt(0.48) : i == 2 ? 0.2 : 0));
        y = column(N, i -> i == 0 ? 5 : i == 1 ? -5 : i == 2 ? -0.5 : i == 10 ? 0.1 : 0);

        assertThat(search(3).set()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aPartThatTheBaseHasAlreadyIsNoPart() {
        unitParts();
        y = column(N, i -> i == 0 ? 3 : 1);
        double[] lengths = {1e7, 1, 1, 1, 1, LeastSquares.dot(y, y)};

        SubsetSearch search = new SubsetSearch(matrix(), lengths, penalties(), floor).upTo(1);

        assertThat(search.set()).doesNotContain(0);
    }

    @Test
    void noiseThatMustBeThereIsNotExplained() {
        unitParts();
        y = column(N, i -> i == 0 ? 3 : i == 1 ? 1 : 0);
        Arrays.fill(factor, 1.01);
        assertThat(search(3).set()).containsExactlyInAnyOrder(0, 1);

        floor = 1;

        assertThat(search(3).set()).containsExactly(0);
        assertThat(search(3).score()).isCloseTo(1.01, within(1e-12));
    }

    @Test
    void whatIsBelowTheNoiseAlreadyNeedsNoPart() {
        unitParts();
        y = column(N, i -> i == 0 ? 0.5 : 0);
        floor = 1;

        assertThat(search(3).set()).isEmpty();
        assertThat(search(3).score()).isEqualTo(1);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Best(double score, int[] set) {}

    private SubsetSearch search(int most) {
        double[] matrix = matrix();
        int size = parts.size() + 1;
        double[] lengths = column(size, i -> matrix[i * size + i]);
        return new SubsetSearch(matrix, lengths, penalties(), floor).upTo(most);
    }

    private double[] matrix() {
        List<double[]> all = new ArrayList<>(parts);
        all.add(y);
        return new GramMatrix(all, blocks(y)).at(0);
    }

    private Penalties penalties() {
        return new Penalties(factor, discount);
    }

    /** Every subset by least squares; random columns are never nearly the same. */
    private Best exhaustive(int most) {
        Best best = new Best(LeastSquares.dot(y, y), new int[0]);
        for (int subset = 1; subset < 1 << parts.size(); subset++) {
            int bits = subset;
            int[] set = IntStream.range(0, parts.size())
                    .filter(i -> (bits >> i & 1) == 1)
                    .toArray();
            if (set.length > most) {
                continue;
            }
            double penalty = Arrays.stream(set).mapToDouble(i -> factor[i]).reduce(1, (a, b) -> a * b)
                    * Arrays.stream(set).mapToDouble(i -> discount[i]).min().orElse(1);
            double rss =
                    new LeastSquares(Arrays.stream(set).mapToObj(parts::get).toList(), y).rss;
            best = rss * penalty < best.score ? new Best(rss * penalty, set) : best;
        }
        return best;
    }

    /** None to four parts in noise, at penalties that are about what noise gives for nothing. */
    private void draw(long seed) {
        Random random = new Random(seed);
        parts.clear();
        y = gaussian(N, 100 + seed);
        for (int i = 0; i < PARTS; i++) {
            double[] part = gaussian(N, 1000 * seed + i);
            double size = i < seed % 5 ? 1 + random.nextDouble() : 0;
            parts.add(part);
            double[] sum = y;
            y = column(N, t -> sum[t] + size * part[t]);
            factor[i] = 1.3 + 0.3 * random.nextDouble();
            discount[i] = random.nextBoolean() ? 1 : 0.85 + 0.1 * random.nextDouble();
        }
    }

    /** Ten parts that have nothing to do with the noise, which is theirs for next to nothing. */
    private void drawCheap(long seed) {
        Random random = new Random(seed);
        parts.clear();
        IntStream.range(0, 10).forEach(i -> parts.add(gaussian(N, 1000 * seed + i)));
        y = gaussian(N, 100 + seed);
        factor = column(10, i -> 1 + 0.02 * random.nextDouble());
        discount = column(10, i -> random.nextBoolean() ? 1 : 0.85);
    }

    /** Part {@code i} moves block {@code i} alone, for nothing. */
    private void unitParts() {
        parts.clear();
        for (int part = 0; part < PARTS; part++) {
            int at = part;
            parts.add(column(N, i -> i == at ? 1 : 0));
        }
        factor = column(PARTS, i -> 1);
        discount = column(PARTS, i -> 1);
    }
}
