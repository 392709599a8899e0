package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void theMedianOfAnEvenNumberLiesHalfWayBetweenTheTwoInTheMiddle() {
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
    }

    @Test
    void theEndsAreTheLeastAndTheLargest() {
        double[] values = {7, -2, 5};

        assertThat(Quantiles.of(values, 0)).isEqualTo(-2);
        assertThat(Quantiles.of(values, 1)).isEqualTo(7);
    }

    @Test
    void oneValueIsEveryQuantile() {
        assertThat(Quantiles.of(new double[] {3}, 0)).isEqualTo(3);
        assertThat(Quantiles.of(new double[] {3}, 0.4)).isEqualTo(3);
        assertThat(Quantiles.of(new double[] {3}, 1)).isEqualTo(3);
    }

    @Test
    void betweenTwoValuesItIsInterpolated() {
        assertThat(Quantiles.ofSorted(new double[] {0, 10, 100}, 0.25)).isCloseTo(5, within(1e-12));
        assertThat(Quantiles.ofSorted(new double[] {0, 10, 100}, 0.9)).isCloseTo(82, within(1e-12));
    }

    @Test
    void theValuesStayInTheirOrder() {
        double[] values = {3, 1, 2};

        Quantiles.of(values, 0.5);

        assertThat(values).containsExactly(3, 1, 2);
    }
}
