package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
    @Test
    void sixHundredSamplesAreSixtyMeansOfTen() {
        Blocks blocks = Blocks.means(samples(column(600, i -> 3 * i)));

        assertThat(blocks.value()).containsExactly(column(60, k -> 3 * (10 * k + 4.5)), within(1e-9));
        assertThat(blocks.time()).containsExactly(column(60, k -> 10 * k + 4.5), within(1e-9));
        assertThat(blocks.view()).isEqualTo(Blocks.View.MEAN);
        assertThat(blocks.lives()).isEqualTo(1);
    }

    @Test
    void fewSamplesAreBlocksThemselves() {
        double[] values = {5, 3, 8, 1, 9, 2, 7};

        assertThat(Blocks.means(samples(values)).value()).containsExactly(values);
    }

    @Test
    void everySampleIsInOneBlock() {
        double[] values = column(137, i -> i % 7);
        Blocks blocks = Blocks.means(samples(values));

        // Pieces of two and three samples: their centres tell which.
        double sum = 0;
        double before = -1;
        for (int k = 0; k < blocks.size(); k++) {
            double length = 2 * (blocks.time()[k] - before) - 1;
            sum += length * blocks.value()[k];
            before += length;
        }
        assertThat(blocks.size()).isEqualTo(60);
        assertThat(sum).isCloseTo(Arrays.stream(values).sum(), within(1e-9));
    }

    @Test
    void blocksAreOfEqualCountAndNotOfEqualTime() {
        double[] hours = column(120, i -> i < 60 ? i : i + 500);
        SampleArrays samples = new SampleArrays(hours, column(120, i -> i), new int[120], 1e-4, 0, 0);

        assertThat(Blocks.means(samples).value()).containsExactly(column(60, k -> 2 * k + 0.5), within(1e-9));
    }

    @Test
    void aFloorIsTheEightPercentQuantile() {
        // Five samples a block, 0 to 4 times k, in a mixed order: 0.08 of the way from the least to the largest.
        int[] order = {3, 0, 4, 2, 1};
        Blocks floors = Blocks.floors(samples(column(100, i -> order[i % 5] * Math.floor(i / 5.0))), 100);

        assertThat(floors.value()).containsExactly(column(20, k -> 0.32 * k), within(1e-9));
        assertThat(floors.view()).isEqualTo(Blocks.View.FLOOR);
    }

    @Test
    void ofThreeSamplesTheFloorIsTheLeast() {
        Blocks floors = Blocks.floors(samples(lives(300, 9), column(309, i -> i)), 309);

        assertThat(Arrays.copyOfRange(floors.value(), 58, 61)).containsExactly(300, 303, 306);
    }

    @ParameterizedTest
    @CsvSource({"600, 600, 60", "100, 100, 20", "600, 12, 12"})
    void thereIsAFloorPerFiveSamplesAndNoMoreThanAreAskedFor(int samples, int most, int floors) {
        assertThat(Blocks.floors(samples(column(samples, i -> i)), most).size()).isEqualTo(floors);
    }

    @ParameterizedTest
    @CsvSource({"600, 30", "40, 20"})
    void coarseBlocksAreHalfAsMany(int samples, int blocks) {
        assertThat(Blocks.coarse(samples(column(samples, i -> i))).size()).isEqualTo(blocks);
    }

    @Test
    void aLifeHasAtLeastThreeBlocks() {
        Blocks blocks = Blocks.means(samples(lives(300, 9), column(309, i -> i)));

        assertThat(blocks.life()).containsExactly(lives(58, 3));
        assertThat(Arrays.copyOfRange(blocks.value(), 58, 61))
                .containsExactly(new double[] {301, 304, 307}, within(1e-9));
    }

    @Test
    void aLifeOfFewerThanSixSamplesIsLeftOut() {
        Blocks five = Blocks.means(samples(lives(20, 5, 20), column(45, i -> i)));
        Blocks six = Blocks.means(samples(lives(20, 6, 20), column(46, i -> i)));

        assertThat(five.lives()).isEqualTo(2);
        assertThat(five.value()).doesNotContain(20, 22, 24).contains(19, 25);
        assertThat(six.lives()).isEqualTo(3);
    }

    @Test
    void aLifeOfLessThanAFiftiethIsLeftOut() {
        assertThat(Blocks.means(samples(lives(441, 9), column(450, i -> i))).lives())
                .isEqualTo(2);
        assertThat(Blocks.means(samples(lives(442, 9), column(451, i -> i))).lives())
                .isEqualTo(1);
    }

    @Test
    void ofLivesThatAreAllTooShortThereAreNoBlocks() {
        Blocks none = Blocks.means(samples(lives(4, 5), column(9, i -> i)));

        assertThat(none.size()).isZero();
        assertThat(none.lives()).isZero();
    }

    @Test
    void theAgeStartsAnewInEveryLife() {
        Blocks blocks = Blocks.means(samples(lives(8, 7), column(15, i -> i)));

        assertThat(blocks.age()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6);
        assertThat(blocks.time()).containsExactly(column(15, i -> i));
        assertThat(blocks.clock()).isEqualTo(blocks.age());
        assertThat(blocks.span()).isEqualTo(7);
        assertThat(blocks.shareOfSpan()[14]).isCloseTo(6 / 7.0, within(1e-12));
    }

    @Test
    void theFirstBlockOfALifeIsKnown() {
        Blocks blocks = Blocks.means(samples(lives(6, 6), column(12, i -> i)));

        assertThat(column(12, i -> blocks.first(i) ? 1 : 0)).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void theNoiseIsNeverSmallerThanThatOfRounding() {
        SampleArrays coarse = new SampleArrays(column(600, i -> i), new double[600], new int[600], 6, 0, 0);
        double level = 6;
        double steadiest = 2e-4 * level * 2e-4 * level;

        // Means of ten average the rounding out, floors do not.
        assertThat(Blocks.means(coarse).variance()).isCloseTo(36 / 12.0 / 10 + steadiest, within(1e-12));
        assertThat(Blocks.floors(coarse, 600).variance()).isCloseTo(36 / 12.0 + steadiest, within(1e-12));
    }

    @Test
    void nothingIsSteadierThanAFiveThousandthOfItsLevel() {
        SampleArrays fine = new SampleArrays(column(60, i -> i), column(60, i -> 5000), new int[60], 0, 0, 0);

        assertThat(Blocks.means(fine).variance()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theSameBlocksMayBeSeenInAnotherWay() {
        Blocks means = Blocks.means(samples(column(12, i -> i)));

        Blocks levelled = means.as(Blocks.View.LEVELLED, 0.5);

        assertThat(levelled.view()).isEqualTo(Blocks.View.LEVELLED);
        assertThat(levelled.phase()).isEqualTo(0.5);
        assertThat(levelled.value()).isEqualTo(means.value());
        assertThat(levelled.variance()).isEqualTo(means.variance());
    }
}
