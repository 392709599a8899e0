package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AscentTest {
    /** Of a trend that puts on 10, one a block. */
    private static final double[] TREND = column(11, i -> i);

    private static final double[] NO_STEPS = new double[11];

    @ParameterizedTest
    @CsvSource({"3, true", "2.99, false", "-1, false", "12, true"})
    void threeTenthsOfTheTrendMustBeLeft(double end, boolean up) {
        assertThat(of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, end).goesUp()).isEqualTo(up);
    }

    @Test
    void itRisesFromWhereItWasLowest() {
        assertThat(of(5, 6, 7, 2, 3, 4, 5, 6, 7, 8, 9).rise()).isEqualTo(7);
        assertThat(of(5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3).rise()).isZero();
    }

    @Test
    void aStartThatShotOverIsNoGrowthThatFailed() {
        NetGrowth netGrowth = of(20, 15, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(netGrowth.goesUp()).isFalse();
        assertThat(netGrowth.goesUpAfterStart()).isTrue();
    }

    @Test
    void aStartIsOverAfterAFifth() {
        assertThat(of(20, 15, 15, 2, 4, 5, 6, 7, 8, 9, 10).goesUpAfterStart()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"25.9, true", "26.1, false"})
    void whatGrewBeforeItFellDidNotShootOver(double highest, boolean shotOver) {
        // Three tenths of the fall from 26 to 6 are the 6 from 20 to 26.
        assertThat(of(20, highest, 6, 7, 8, 9, 10, 11, 12, 13, 14).goesUpAfterStart())
                .isEqualTo(shotOver);
    }

    @Test
    void afterItsStartItMustGoUpToo() {
        // From block 2 on the trend puts on 8, of which 2.4 must be left.
        assertThat(of(20, 15, 2, 2, 2, 2, 2, 2, 2, 2, 4.3).goesUpAfterStart()).isFalse();
        assertThat(of(20, 15, 2, 2, 2, 2, 2, 2, 2, 2, 4.5).goesUpAfterStart()).isTrue();
    }

    @Test
    void whatGrewFellBackAndGrowsAgainWasTakenBack() {
        assertThat(of(0, 2, 4, 6, 8, 0, 1, 2, 3, 4, 5).isTakenBack()).isTrue();
    }

    @Test
    void whatNeverFellWasNotTakenBack() {
        assertThat(of(TREND).isTakenBack()).isFalse();
        assertThat(of(new double[11]).isTakenBack()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false"})
    void aFallMustTakeAllOfItButAQuarter(double trough, boolean takenBack) {
        assertThat(of(0, 2, 4, 6, 10, trough, 4, 5, 6, 7, 8).isTakenBack()).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "13, false"})
    void whatHasPassedItsPeakByMoreThanAQuarterOfTheFallWasNotTakenBack(double end, boolean takenBack) {
        assertThat(of(0, 2, 4, 6, 10, 0, 4, 5, 6, 7, end).isTakenBack()).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "7.1, false"})
    void aFallFromWhereItBeganTakesNothingBack(double begin, boolean takenBack) {
        // It must have grown by 3 of the 10 that it falls.
        assertThat(of(begin, 8, 9, 9, 10, 0, 1, 2, 3, 4, 5).isTakenBack()).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource({"3.9, true", "4, false"})
    void aFallThatEndsAStepUpTakesNothingBack(double step, boolean takenBack) {
        double[] stepsUp = column(11, i -> i < 3 ? 0 : step);
        double[] course = {0, 2, 4, 6, 8, 0, 1, 2, 3, 4, 5};

        assertThat(new NetGrowth(TREND, TREND, stepsUp, course).isTakenBack()).isEqualTo(takenBack);
    }

    @Test
    void aStepUpAfterTheFallDoesNotExcuseIt() {
        double[] stepsUp = column(11, i -> i < 6 ? 0 : 8);
        double[] course = {0, 2, 4, 6, 8, 0, 1, 2, 3, 4, 5};

        assertThat(new NetGrowth(TREND, TREND, stepsUp, course).isTakenBack()).isTrue();
    }

    private static NetGrowth of(double... course) {
        return new NetGrowth(TREND, TREND, NO_STEPS, course);
    }
}
