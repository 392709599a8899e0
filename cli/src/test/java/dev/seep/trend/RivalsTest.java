package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private static final double PRICE = 0.6;

    private final Rivals rivals = new Rivals();

    @Test
    void withoutAnyThereIsNoBestAndAnyIsTaken() {
        assertThat(rivals.best()).isNull();
        assertThat(rivals.all()).isEmpty();
        assertThat(rivals.wouldTake(1e9)).isTrue();
    }

    @Test
    void theBestIsTheOneOfTheLeastObjective() {
        take(5, 3, 4);

        assertThat(rivals.best()).extracting(Hypothesis::objective).isEqualTo(3.0);
    }

    @Test
    void whatIsMoreThanTwelveBehindIsHopeless() {
        take(10);

        assertThat(rivals.wouldTake(22)).isTrue();
        assertThat(rivals.wouldTake(22.001)).isFalse();
    }

    @Test
    void whatABetterOneLeavesHopelessDropsOut() {
        take(30, 20, 10);

        assertThat(rivals.all()).extracting(Hypothesis::objective).containsExactly(20.0, 10.0);
    }

    @Test
    void oneAloneIsWorthItselfLessThePriceOfTheMixture() {
        take(7);

        assertThat(rivals.mixture()).isCloseTo(7 + PRICE, within(1e-12));
    }

    @Test
    void aMixtureAddsUpLikelihoods() {
        take(-10, -8, -7);

        double likelihoods = Math.exp(5) + Math.exp(4) + Math.exp(3.5);
        assertThat(rivals.mixture()).isCloseTo(-2 * Math.log(likelihoods) + PRICE, within(1e-12));
    }

    @Test
    void theWeightIsTheRatioOfLikelihoods() {
        take(2);

        assertThat(rivals.weight(hypothesis(2))).isEqualTo(1);
        assertThat(rivals.weight(hypothesis(6))).isCloseTo(Math.exp(-2), within(1e-12));
    }

    private void take(double... objectives) {
        for (double objective : objectives) {
            rivals.take(hypothesis(objective));
        }
    }

    private static Hypothesis hypothesis(double objective) {
        return new Hypothesis(objective, 0, null, List.of());
    }
}
