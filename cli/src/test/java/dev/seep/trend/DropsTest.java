package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import org.junit.jupiter.api.Test;

class DropsTest {
    @Test
    void aDropIsToldByTheLastSampleBeforeIt() {
        SampleArrays teeth = samples(column(40, i -> i % 10));

        assertThat(JumpDetector.of(teeth)).containsExactly(9, 19, 29);
    }

    @Test
    void aLineHasNoRangeAroundItselfAndNoDrops() {
        SampleArrays line = samples(column(50, i -> 7 - 3 * i));

        assertThat(JumpDetector.large(line)).isCloseTo(0, within(1e-9));
        assertThat(JumpDetector.of(samples(new double[50]))).isEmpty();
    }

    @Test
    void largeIsMoreThanAThirdOfTheRangeAroundTheLine() {
        // Up and down by 1 is symmetric about its line but for 3 / n: the range is 2, less the tilt of the line.
        double[] values = column(1000, i -> 5 * i + (i % 2 == 0 ? 1 : -1));

        assertThat(JumpDetector.large(samples(values))).isCloseTo(0.7, within(0.01));
    }

    @Test
    void fewValuesFarOutDoNotWidenTheRange() {
        double[] values = column(1000, i -> (i % 2 == 0 ? 1 : -1) + (i % 100 == 50 ? 1000 : 0));

        assertThat(JumpDetector.large(samples(values))).isBetween(0.6, 8.0);
    }

    @Test
    void aFallOverTwoSamplesIsOne() {
        double[] values = column(39, i -> i % 10 == 9 ? 4 : i % 10);

        // 8, 4, 0: both falls are large, the second one stands for both.
        assertThat(JumpDetector.of(samples(values))).containsExactly(9, 19, 29);
    }

    @Test
    void fallsTwoSamplesApartAreOne() {
        double[] values = column(30, i -> i == 10 || i == 11 ? 10 : i < 10 ? 20 : 0);

        assertThat(JumpDetector.of(samples(values))).containsExactly(11);
    }

    @Test
    void fallsThreeSamplesApartAreTwo() {
        double[] values = column(30, i -> i == 10 || i == 11 || i == 12 ? 10 : i < 10 ? 20 : 0);

        assertThat(JumpDetector.of(samples(values))).containsExactly(9, 12);
    }

    @Test
    void anEndOfALifeIsNoDrop() {
        assertThat(JumpDetector.of(samples(lives(20, 20), column(40, i -> i % 10))))
                .containsExactly(9, 29);
    }

    @Test
    void risesAreCountedBeyondWhatIsAskedFor() {
        double[] values = {0, 1, 3, 2, 4.5};

        assertThat(JumpDetector.rises(values, 0.5)).isEqualTo(3);
        assertThat(JumpDetector.rises(values, 1)).isEqualTo(2);
        assertThat(JumpDetector.rises(values, 2)).isEqualTo(1);
        assertThat(JumpDetector.rises(values, 2.5)).isZero();
    }

    @Test
    void theTeethOfALeakAreDropsToo() {
        SampleArrays leak = samples(
                SeriesFixture.of("8h every 1m").sawtooth(20, "1h").slope(5).noise(1));

        assertThat(JumpDetector.of(leak)).containsExactly(59, 119, 179, 239, 299, 359, 419);
    }
}
