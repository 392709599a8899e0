package dev.seep.trend;

import static dev.seep.trend.ViewFitFixture.viewFit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.trend.Shape.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTest {
    private static final double LEVEL = 100;
    /** From the mean of the first tenth of a line to that of its last tenth. */
    private static final double OF_A_RISE = 54 / 59.0;

    private static final Shape EARLY_STEP = shape(Kind.STEP, 0.05);
    private static final Shape STEP = shape(Kind.STEP, 0.5);
    private static final Shape RAMP = shape(Kind.RAMP, 0);

    @Test
    void whatGrowsIsGrowth() {
        assertThat(pattern(Decision.GROWS, viewFit())).isEqualTo(Pattern.GROWTH);
    }

    @Test
    void whatGrowsInSeveralLivesIsCutByRestarts() {
        assertThat(pattern(Decision.GROWS, viewFit().lives(30, 30))).isEqualTo(Pattern.RESTARTING_GROWTH);
    }

    @ParameterizedTest
    @EnumSource(names = {"SETTLES", "OPEN", "NOISY"})
    void whatFallsByMoreThanThreePercentShrinks(Decision decision) {
        assertThat(pattern(decision, viewFit().settlingBy(-3.1 / OF_A_RISE, RAMP)))
                .isEqualTo(Pattern.SHRINKING);
        assertThat(pattern(decision, viewFit().settlingBy(-2.9 / OF_A_RISE, RAMP)))
                .isNotEqualTo(Pattern.SHRINKING);
    }

    @ParameterizedTest
    @CsvSource({"2.9, STEADY", "3.1, WARM_UP"})
    void whatSettlesByMoreThanThreePercentWarmsUp(double rise, Pattern pattern) {
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(rise / OF_A_RISE, RAMP)))
                .isEqualTo(pattern);
    }

    @Test
    void whatSettlesByLateStepsAloneIsAStep() {
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(10, STEP))).isEqualTo(Pattern.STEP);
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(10, STEP, RAMP)))
                .isEqualTo(Pattern.WARM_UP);
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(10, EARLY_STEP)))
                .isEqualTo(Pattern.WARM_UP);
    }

    @Test
    void aRiseWithoutAnyShapeIsSteady() {
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(10))).isEqualTo(Pattern.STEADY);
    }

    @Test
    void teethAreASawtoothUnlessTheyRise() {
        assertThat(Classifier.pattern(Decision.SETTLES, viewFit().of(), LEVEL, true))
                .isEqualTo(Pattern.SAWTOOTH);
        assertThat(Classifier.pattern(Decision.OPEN, viewFit().of(), LEVEL, true))
                .isEqualTo(Pattern.SAWTOOTH);
        assertThat(Classifier.pattern(Decision.GROWS, viewFit().of(), LEVEL, true))
                .isEqualTo(Pattern.GROWTH);
        assertThat(Classifier.pattern(
                        Decision.SETTLES, viewFit().settlingBy(10, RAMP).of(), LEVEL, true))
                .isEqualTo(Pattern.WARM_UP);
    }

    @Test
    void anOpenRiseLooksLikeGrowth() {
        assertThat(pattern(Decision.OPEN, viewFit())).isEqualTo(Pattern.GROWTH);
    }

    @Test
    void whatIsHiddenInNoiseIsErratic() {
        assertThat(pattern(Decision.NOISY, viewFit())).isEqualTo(Pattern.ERRATIC);
        assertThat(pattern(Decision.NOISY, viewFit().settlingBy(10, RAMP))).isEqualTo(Pattern.WARM_UP);
    }

    @Test
    void betweenLivesNothingMoves() {
        assertThat(pattern(Decision.SETTLES, viewFit().settlingBy(-50, RAMP).lives(30, 30)))
                .isEqualTo(Pattern.STEADY);
    }

    @ParameterizedTest
    @CsvSource({"WARM_UP, warm-up", "RESTARTING_GROWTH, restarting-growth", "STEADY, steady"})
    void filesHaveTheWordsWithDashes(Pattern pattern, String word) {
        assertThat(pattern.word()).isEqualTo(word);
    }

    private static Pattern pattern(Decision decision, ViewFitFixture viewFit) {
        return Classifier.pattern(decision, viewFit.of(), LEVEL, false);
    }

    private static Shape shape(Kind kind, double start) {
        return Shape.of(kind, start, 0.1, new double[60], 0);
    }
}
