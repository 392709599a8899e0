package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The e-BH procedure, worked out by hand: of m values in falling order, q of the k-th is the least m / (j e(j)), j from k. */
class DiscoveryRateTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void ofNothingThereIsNothing() {
        assertThat(DiscoveryRate.of(new double[0])).isEmpty();
    }

    @Test
    void oneValueAloneIsItsInverse() {
        assertThat(q(5)).containsExactly(new double[] {0.2}, EXACT);
    }

    @Test
    void whatIsNoEvidenceIsNotMoreThanCertainlyFalse() {
        assertThat(q(1, 0.5, 0)).containsExactly(1, 1, 1);
    }

    /** 4/40, 4/20, 4/6, and 4/2, of which one is the most there is. */
    @Test
    void eachIsTheShareOfFalseOnesAmongThoseAtLeastAsSure() {
        assertThat(q(40, 10, 2, 0.5)).containsExactly(new double[] {0.1, 0.2, 2 / 3.0, 1}, EXACT);
    }

    /** The same values: who stands where in the run does not matter. */
    @Test
    void theOrderOfTheRunIsKept() {
        assertThat(q(2, 40, 0.5, 10)).containsExactly(new double[] {2 / 3.0, 0.1, 1, 0.2}, EXACT);
    }

    /** Alone the first would have 2/10; both together have 2/18. */
    @Test
    void oneIsCalledWhereAWeakerOneIs() {
        assertThat(q(10, 9)).containsExactly(new double[] {1 / 9.0, 1 / 9.0}, EXACT);
    }

    @Test
    void equalsAreTreatedEqually() {
        assertThat(q(8, 8)).containsExactly(new double[] {1 / 8.0, 1 / 8.0}, EXACT);
        assertThat(q(8, 1, 8, 8)).containsExactly(new double[] {1 / 6.0, 1, 1 / 6.0, 1 / 6.0}, EXACT);
    }

    /** Ten times as many series that are nothing make a finding ten times as doubtful. */
    @Test
    void whatStandsBesideIsPaidFor() {
        double[] few = {100, 0, 0};
        double[] many = Arrays.copyOf(few, 30);

        assertThat(q(few)[0]).isCloseTo(0.03, EXACT);
        assertThat(q(many)[0]).isCloseTo(0.3, EXACT);
    }

    @Test
    void evidenceBeyondAllNumbersIsCertain() {
        assertThat(DiscoveryRate.of(new double[] {Double.POSITIVE_INFINITY, 1e6, -1e6, Double.NEGATIVE_INFINITY}))
                .containsExactly(0, 0, 1, 1);
        assertThat(DiscoveryRate.of(new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}))
                .containsExactly(0, 0);
    }

    /** Of three series 3/400 and then 3/80 are false, of one 1/40, of twenty 20/40. */
    @Test
    void theLeastEvidenceThatIsEnoughIsThatOfTheWeakestThatIsCalled() {
        double[] evidence = {2 * Math.log(400), 2 * Math.log(40), 0};

        assertThat(DiscoveryRate.needed(evidence, 3)).isCloseTo(2 * Math.log(40), EXACT);
        assertThat(DiscoveryRate.needed(new double[] {2 * Math.log(40)}, 1)).isCloseTo(2 * Math.log(40), EXACT);
        assertThat(DiscoveryRate.needed(new double[] {2 * Math.log(40)}, 20)).isInfinite();
    }

    /** @param e odds, of which evidence is twice the logarithm */
    private static double[] q(double... e) {
        return DiscoveryRate.of(Arrays.stream(e).map(odds -> 2 * Math.log(odds)).toArray());
    }
}
