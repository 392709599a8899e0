package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private static final double PRICE = 0.6;

    private final CandidateModels candidates = new CandidateModels();

    @Test
    void withoutAnyThereIsNoBestAndAnyIsTaken() {
        assertThat(candidates.best()).isNull();
        assertThat(candidates.all()).isEmpty();
        assertThat(candidates.wouldTake(1e9)).isTrue();
    }

    @Test
    void theBestIsTheOneOfTheLeastObjective() {
        take(5, 3, 4);

        assertThat(candidates.best()).extracting(Hypothesis::objective).isEqualTo(3.0);
    }

    @Test
    void whatIsMoreThanTwelveBehindIsHopeless() {
        take(10);

        assertThat(candidates.wouldTake(22)).isTrue();
        assertThat(candidates.wouldTake(22.001)).isFalse();
    }

    @Test
    void whatABetterOneLeavesHopelessDropsOut() {
        take(30, 20, 10);

        assertThat(candidates.all()).extracting(Hypothesis::objective).containsExactly(20.0, 10.0);
    }

    @Test
    void oneAloneIsWorthItselfLessThePriceOfTheMixture() {
        take(7);

        assertThat(candidates.mixture()).isCloseTo(7 + PRICE, within(1e-12));
    }

    @Test
    void aMixtureAddsUpLikelihoods() {
        take(-10, -8, -7);

        double likelihoods = Math.exp(5) + Math.exp(4) + Math.exp(3.5);
        assertThat(candidates.mixture()).isCloseTo(-2 * Math.log(likelihoods) + PRICE, within(1e-12));
    }

    @Test
    void theWeightIsTheRatioOfLikelihoods() {
        take(2);

        assertThat(candidates.weight(hypothesis(2))).isEqualTo(1);
        assertThat(candidates.weight(hypothesis(6))).isCloseTo(Math.exp(-2), within(1e-12));
    }

    private void take(double... objectives) {
        for (double objective : objectives) {
            candidates.take(hypothesis(objective));
        }
    }

    private static Hypothesis hypothesis(double objective) {
        return new Hypothesis(objective, 0, null, List.of());
    }
}
