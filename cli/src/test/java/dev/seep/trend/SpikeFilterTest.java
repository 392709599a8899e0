package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.SeriesFixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeFilterTest {
    /** Seven neighbours of any of these have four of the other value, so that each is 1 from its median. */
    private static final double[] UP_AND_DOWN = column(40, i -> i % 2);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 20, 37, 38, 39})
    void aSpikeBecomesTheMedianOfItsNeighbours(int at) {
        double[] values = UP_AND_DOWN.clone();
        values[at] = 50;

        double[] cleaned = clean(values);

        assertThat(cleaned[at]).isBetween(0.0, 1.0);
        cleaned[at] = UP_AND_DOWN[at];
        assertThat(cleaned).containsExactly(UP_AND_DOWN);
    }

    @ParameterizedTest
    @CsvSource({"9.8, 9.8", "9.9, 1", "-7.8, -7.8", "-7.9, 1"})
    void itIsOneBeyondSixScaledMedianDeviations(double value, double expected) {
        // The median of its neighbours is 1, all distances are 1, and six deviations are 6 * 1.4826 = 8.8956.
        double[] values = UP_AND_DOWN.clone();
        values[20] = value;

        assertThat(clean(values)[20]).isEqualTo(expected);
    }

    @Test
    void whatHasNoSpikesStaysAsItIs() {
        assertThat(clean(UP_AND_DOWN)).containsExactly(UP_AND_DOWN);
    }

    @Test
    void aStepIsNoSpike() {
        double[] step = column(40, i -> i % 2 + (i < 20 ? 0 : 100));

        assertThat(clean(step)).containsExactly(step);
    }

    @Test
    void threeInARowAreStillASpikeAndFourAreNot() {
        double[] three = column(60, i -> i % 2 + (i >= 20 && i < 23 ? 100 : 0));
        double[] four = column(60, i -> i % 2 + (i >= 20 && i < 24 ? 100 : 0));

        assertThat(Arrays.stream(clean(three)).max()).hasValue(1);
        assertThat(clean(four)).containsExactly(four);
    }

    @Test
    void spikesThatAreMoreThanAFifthAreHowItBehaves() {
        double[] fourth = column(60, i -> i % 2 + (i % 4 == 0 ? 100 : 0));
        double[] sixth = column(60, i -> i % 2 + (i % 6 == 0 ? 100 : 0));

        assertThat(clean(fourth)).containsExactly(fourth);
        assertThat(Arrays.stream(clean(sixth)).max()).hasValue(1);
    }

    @Test
    void aLifeOfFewerThanNineSamplesStaysAsItIs() {
        double[] eight = {0, 1, 0, 1, 50, 1, 0, 1};
        double[] nine = {0, 1, 0, 1, 50, 1, 0, 1, 0};

        assertThat(clean(eight)).containsExactly(eight);
        assertThat(clean(nine)[4]).isEqualTo(1);
    }

    @Test
    void theEndOfALifeIsNoNeighbourOfTheNextOne() {
        // Each life for itself is even but for one spike; across the border there would be more.
        double[] values = column(40, i -> i % 2 + (i < 20 ? 0 : 1000));
        values[18] = 30;
        SampleArrays cleaned = SpikeFilter.clean(samples(lives(20, 20), values));

        assertThat(cleaned.values()[18]).isBetween(0.0, 1.0);
        assertThat(cleaned.values()[19]).isEqualTo(1);
        assertThat(cleaned.values()[20]).isEqualTo(1000);
    }

    @Test
    void aSpikeAboveAFlatLineIsPutAside() {
        double[] values = column(20, i -> i == 10 ? 1 : 5);

        assertThat(clean(values)).containsOnly(5);
    }

    @Test
    void theSamplesGivenStayAsTheyAre() {
        SampleArrays seen = samples(SeriesFixture.of("1h every 1m").noise(1).spike(100, "30m"));
        double spike = seen.values()[30];

        SpikeFilter.clean(seen);

        assertThat(spike).isGreaterThan(90);
        assertThat(seen.values()[30]).isEqualTo(spike);
    }

    @Test
    void ofHeavyTailsOnlyTheFarthestGo() {
        SampleArrays seen = samples(SeriesFixture.of("8h every 30s").heavyNoise(1));
        double[] cleaned = SpikeFilter.clean(seen).values();
        long gone = 0;
        for (int i = 0; i < cleaned.length; i++) {
            gone += cleaned[i] == seen.values()[i] ? 0 : 1;
        }
        assertThat(gone).isBetween(2L, 40L);
    }

    private static double[] clean(double[] values) {
        return SpikeFilter.clean(samples(values)).values();
    }
}
