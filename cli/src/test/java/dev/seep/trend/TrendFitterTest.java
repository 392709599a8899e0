package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Series;
import dev.seep.testing.SeriesFixture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One series from samples to answer: what everybody would say of it. */
class TrendFitterTest {
    @Test
    void aLineIsGrowthOfItsSlope() {
        Trend trend = fit(eightHours().level(100).slope(4).noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.pattern()).isEqualTo(Pattern.GROWTH);
        assertThat(trend.slope().perHour()).isCloseTo(4, within(0.05));
        assertThat(4.0).isBetween(trend.slope().low(), trend.slope().high());
        assertThat(trend.rise()).isCloseTo(32, within(1.0));
        assertThat(trend.level()).isCloseTo(116, within(0.5));
        assertThat(trend.hours()).isCloseTo(8, within(0.01));
        assertThat(trend.hoursToSettle()).isNaN();
    }

    @Test
    void flatNoiseIsSteady() {
        Trend trend = fit(eightHours().level(100).noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.pattern()).isEqualTo(Pattern.STEADY);
        assertThat(trend.slope().low()).isNegative();
        assertThat(trend.slope().high()).isPositive();
        assertThat(trend.bounds().hiddenPerHour()).isBetween(0.0, 0.1);
    }

    @Test
    void whatNoiseHidesIsLessThanWhatWouldHaveShown() {
        Trend trend = fit(eightHours().level(100).noise(1));

        assertThat(trend.bounds().hiddenPerHour()).isLessThan(trend.bounds().detectablePerHour());
        assertThat(fit(eightHours().level(100).noise(1).slope(trend.bounds().detectablePerHour()))
                        .decision())
                .isEqualTo(Decision.GROWS);
    }

    @Test
    void aWarmUpSettles() {
        Trend trend = fit(eightHours().level(100).saturating(40, "30m").noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.pattern()).isEqualTo(Pattern.WARM_UP);
    }

    @Test
    void aStepSettles() {
        Trend trend = fit(eightHours().level(100).step(30, "4h").noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.pattern()).isEqualTo(Pattern.STEP);
    }

    @Test
    void aRampThatEndedSettles() {
        assertThat(fit(eightHours().level(100).ramp(30, "2h", "4h").noise(1)).decision())
                .isEqualTo(Decision.SETTLES);
    }

    @Test
    void aSaturationThatIsNotOverIsOpenAndAsksForALongerRun() {
        Trend trend = fit(eightHours().level(100).saturating(60, "8h").noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.OPEN);
        assertThat(trend.hoursToSettle()).isGreaterThanOrEqualTo(1.5 * trend.hours());
    }

    @Test
    void whatBeginsLateAndGoesOnIsGrowthOfTheSlopeInTheEnd() {
        Trend trend = fit(eightHours().level(100).hinge(8, "4h").noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.slope().perHour()).isCloseTo(8, within(0.4));
    }

    @Test
    void whatFallsShrinks() {
        Trend trend = fit(eightHours().level(100).slope(-4).noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.pattern()).isEqualTo(Pattern.SHRINKING);
    }

    @Test
    void whereFallingIsBadItGrows() {
        Trend trend = fit(eightHours().level(100).slope(-4).noise(1).badDown());

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.slope().perHour()).isCloseTo(4, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30m", "47m", "80m"})
    void aSawtoothOverALevelIsNearlyAlwaysOne(String period) {
        long sawtooths = LongStream.range(0, 20)
                .mapToObj(seed -> fit(
                        eightHours().seed(seed).level(100).sawtooth(40, period).noise(1)))
                .peek(trend -> assertThat(trend.decision()).isNotEqualTo(Decision.GROWS))
                .filter(trend -> trend.pattern() == Pattern.SAWTOOTH && trend.decision() == Decision.SETTLES)
                .count();

        assertThat(sawtooths).isGreaterThanOrEqualTo(18);
    }

    @Test
    void aLeakBelowASawtoothGrows() {
        Trend trend = fit(eightHours().level(100).sawtooth(40, "47m").slope(2).noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.slope().perHour()).isCloseTo(2, within(0.2));
    }

    @Test
    void aLeakBelowBatchesGrows() {
        Trend trend =
                fit(eightHours().level(100).bursts(300, "1h", "20m").slope(2).noise(1));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.slope().perHour()).isCloseTo(2, within(0.2));
        assertThat(trend.views()).extracting(FittedView::view).contains("quiet");
    }

    @Test
    void batchesWithoutALeakSettle() {
        assertThat(fit(eightHours().level(100).bursts(300, "1h", "20m").noise(1))
                        .decision())
                .isEqualTo(Decision.SETTLES);
    }

    @Test
    void aLoadThatComesAndGoesHidesNoLeak() {
        assertThat(fit(eightHours().level(100).wave(20, "2h").noise(1)).decision())
                .isEqualTo(Decision.SETTLES);
        assertThat(fit(eightHours().level(100).wave(20, "2h").noise(1).slope(3)).decision())
                .isEqualTo(Decision.GROWS);
    }

    @Test
    void growthThatRestartsCutIsGrowthOfEveryLife() {
        Trend trend = fit(eightHours().level(100).slope(10).noise(1).restart("2h", "4h", "6h"));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.pattern()).isEqualTo(Pattern.RESTARTING_GROWTH);
        assertThat(trend.slope().perHour()).isCloseTo(10, within(0.5));
        assertThat(trend.lifeHours()).isCloseTo(2, within(0.1));
        assertThat(trend.rise()).isCloseTo(20, within(1.0));
    }

    @Test
    void livesThatWarmUpSettle() {
        assertThat(fit(eightHours().level(100).saturating(30, "10m").noise(1).restart("3h", "5h"))
                        .decision())
                .isEqualTo(Decision.SETTLES);
    }

    @Test
    void aSpikeChangesNothing() {
        Trend without = fit(eightHours().level(100).slope(4).noise(1));
        Trend with = fit(eightHours().level(100).slope(4).noise(1).spike(500, "7h"));

        assertThat(with.decision()).isEqualTo(Decision.GROWS);
        assertThat(with.slope().perHour()).isCloseTo(without.slope().perHour(), within(0.01));
    }

    @Test
    void whatIsCappedDoesNotGrowOn() {
        assertThat(fit(eightHours().level(100).slope(20).cappedAt(150).noise(0.1))
                        .decision())
                .isEqualTo(Decision.SETTLES);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 1", "0.9, 4"})
    void healthyNoiseIsSeldomALeakHoweverMuchItRemembers(double phi, long most) {
        long leaks = LongStream.range(0, 40)
                .filter(seed -> fit(SeriesFixture.of("4h every 2m")
                                        .seed(seed)
                                        .level(100)
                                        .noise(3, phi))
                                .decision()
                        == Decision.GROWS)
                .count();

        assertThat(leaks).isLessThanOrEqualTo(most);
    }

    @Test
    void heavyTailsAreNoLeak() {
        long leaks = LongStream.range(0, 40)
                .filter(seed -> fit(SeriesFixture.of("4h every 2m")
                                        .seed(seed)
                                        .level(100)
                                        .heavyNoise(5))
                                .decision()
                        == Decision.GROWS)
                .count();

        assertThat(leaks).isZero();
    }

    @Test
    void theIntervalOfALeakHoldsItsSlopeInAboutNineteenOfTwenty() {
        long held = LongStream.range(0, 200)
                .mapToObj(seed -> fit(SeriesFixture.of("4h every 2m")
                        .seed(seed)
                        .level(100)
                        .slope(5)
                        .noise(2, 0.5)))
                .filter(trend -> trend.slope().low() <= 5 && 5 <= trend.slope().high())
                .count();

        assertThat(held / 2.0).isBetween(90.0, 99.0);
    }

    @Test
    void aWanderingSeriesSeldomPasses() {
        long passes = LongStream.range(0, 40)
                .filter(seed -> fit(SeriesFixture.of("1h every 1m")
                                        .seed(seed)
                                        .level(100)
                                        .noise(20, 0.95))
                                .decision()
                        == Decision.SETTLES)
                .count();

        assertThat(passes).isLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({"5m, SHORT", "6m, SETTLES"})
    void sixSamplesAreTheFewest(String length, Decision decision) {
        Trend trend = fit(SeriesFixture.of(length + " every 1m").level(100).noise(0.1));

        assertThat(trend.decision()).isEqualTo(decision);
        assertThat(trend.pattern() == Pattern.TOO_SHORT).isEqualTo(decision == Decision.SHORT);
        assertThat(trend.views().isEmpty()).isEqualTo(decision == Decision.SHORT);
    }

    @Test
    void withoutSamplesNothingIsSaid() {
        Trend trend = fit(SeriesFixture.of("1h every 1m").gap("0s", "1h"));

        assertThat(trend.decision()).isEqualTo(Decision.SHORT);
        assertThat(trend.level()).isNaN();
        assertThat(trend.hours()).isZero();
        assertThat(trend.slope().perHour()).isNaN();
        assertThat(trend.bounds().hiddenPerHour()).isNaN();
    }

    @Test
    void livesThatAreAllTooShortAreTooShort() {
        Trend trend = fit(SeriesFixture.of("10m every 1m").slope(60).noise(1).restart("5m"));

        assertThat(trend.decision()).isEqualTo(Decision.SHORT);
        assertThat(trend.pattern()).isEqualTo(Pattern.TOO_SHORT);
    }

    @Test
    void whatNeverMovesSettlesWithASlopeOfZero() {
        Trend trend = fit(SeriesFixture.of("1h every 1m").counts().level(7));

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.pattern()).isEqualTo(Pattern.STEADY);
        assertThat(trend.twoLogBayesFactor()).isEqualTo(ViewFit.NONE);
        assertThat(trend.slope().perHour()).isZero();
        assertThat(trend.bounds().hiddenPerHour()).isCloseTo(60 / 59.0, within(1e-9));
        assertThat(trend.views()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // The last digit of a large count.
        "1000, 1, true",
        // A thousandth of the level and no more.
        "3000, 3, true",
        "3000, 4, false",
        // A step of the resolution that is more than a fiftieth of the level and itself.
        "10, 1, true",
        "0, 1, true",
        "10, 2, false"
    })
    void whatMovesByNoMoreThanTheLastDigitIsConstant(double level, double move, boolean constant) {
        Trend trend = fit(SeriesFixture.of("1h every 1m").counts().level(level).step(move, "30m"));

        assertThat(trend.views().isEmpty()).isEqualTo(constant);
    }

    @Test
    void twiceTheValuesHaveTwiceTheSlopeAndTheSameAnswer() {
        Trend once = fit(eightHours().mebibytes().level(100).slope(4).noise(1));
        Trend twice = fit(eightHours().mebibytes().level(200).slope(8).noise(2));

        assertThat(twice.decision()).isEqualTo(once.decision());
        assertThat(twice.slope().perHour()).isCloseTo(2 * once.slope().perHour(), within(1e-3 * once.slope().perHour()));
        assertThat(twice.twoLogBayesFactor()).isCloseTo(once.twoLogBayesFactor(), within(0.01));
    }

    @Test
    void aSlopeIsPerHourHoweverFastThePollsAre() {
        Trend fast = fit(SeriesFixture.of("4h every 30s").level(100).slope(4).noise(1));
        Trend slow = fit(SeriesFixture.of("4h every 2m").level(100).slope(4).noise(1));

        assertThat(fast.slope().perHour()).isCloseTo(4, within(0.2));
        assertThat(slow.slope().perHour()).isCloseTo(4, within(0.3));
    }

    @Test
    void theSameSamplesGiveTheSameAnswer() {
        Series series = eightHours().level(100).slope(0.3).noise(1).series();

        assertThat(new TrendFitter().fit(series)).isEqualTo(new TrendFitter().fit(series));
    }

    @Test
    void growthThatIsNoneWithoutTheFirstOrTheLastTenthIsOpen() {
        int open = 0;
        for (long seed = 0; seed < 20; seed++) {
            Trend trend = fit(lateAndFaint("4h", seed));
            boolean settles = fit(lateAndFaint("216m", seed)).decision() == Decision.SETTLES;
            boolean capped = trend.twoLogBayesFactor() == Trend.GROWS;
            if (capped) {
                assertThat(settles).as("seed %d", seed).isTrue();
                assertThat(trend.decision()).isEqualTo(Decision.OPEN);
                assertThat(trend.pattern()).isEqualTo(Pattern.GROWTH);
                assertThat(trend.hoursToSettle()).isCloseTo(1.5 * trend.hours(), within(1e-9));
                open++;
            }
            if (trend.decision() == Decision.GROWS && settles) {
                assertThat(trend.twoLogBayesFactor()).as("seed %d", seed).isGreaterThanOrEqualTo(17);
            }
        }
        assertThat(open).isGreaterThan(3);
    }

    /** Growth of the last quarter that noise nearly hides. */
    private static SeriesFixture lateAndFaint(String length, long seed) {
        return SeriesFixture.of(length + " every 2m")
                .seed(seed)
                .level(100)
                .noise(1)
                .hinge(2, "3h");
    }

    private static SeriesFixture eightHours() {
        return SeriesFixture.of("8h every 30s");
    }

    private static Trend fit(SeriesFixture fixture) {
        return new TrendFitter().fit(fixture.series());
    }
}
