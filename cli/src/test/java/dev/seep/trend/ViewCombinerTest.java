package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.ViewFitFixture.viewFit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Blocks.View;
import dev.seep.trend.Shape.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a level of 100 over an hour, 4 % of which may hide. */
class ViewCombinerTest {
    /** One-sided 95 % quantile of Student's t with 58 degrees of freedom; R: qt(.95, 58). */
    private static final double T = 1.671552762;

    private static final double[] FLAT = column(60, i -> 100);
    private static final double[] RISING = column(60, i -> 100 + i / 10.0);

    @Test
    void oneLookIsWorthItsEvidence() {
        assertThat(weigh(viewFit().evidence(5)).twoLogBayesFactor()).isEqualTo(5);
        assertThat(weigh(viewFit().evidence(-3)).twoLogBayesFactor()).isCloseTo(-3 - 0.3 * 3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"3.6, GROWS", "3.4, OPEN", "2.3, OPEN", "2.1, SETTLES", "-5, SETTLES"})
    void evidenceDecidesWhatItSays(double evidence, Decision decision) {
        assertThat(weigh(viewFit().evidence(evidence)).decision()).isEqualTo(decision);
    }

    @Test
    void aLookThatIsNoSharperCountsForTheMeanOfItsEvidenceAndThatOfTheMeans() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(10);

        assertThat(weigh(viewFit().evidence(2), floor).twoLogBayesFactor()).isCloseTo(6, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.79, 10", "0.81, 6"})
    void aSharperLookCountsInFull(double error, double evidence) {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(10).line(0, error);

        assertThat(weigh(viewFit().evidence(2).line(0, 1), floor).twoLogBayesFactor())
                .isCloseTo(evidence, within(1e-12));
    }

    @Test
    void theMostReluctantLookTakesOffThreeTenthsOfWhatItHasAgainst() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(-4);

        assertThat(weigh(viewFit().evidence(10), floor).twoLogBayesFactor()).isCloseTo(10 - 0.3 * 4, within(1e-12));
    }

    @Test
    void aLookThatFindsNothingGrowingIsNotReluctant() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).withoutGrowth();

        assertThat(weigh(viewFit().evidence(10), floor).twoLogBayesFactor()).isEqualTo(10);
    }

    @Test
    void whereNothingGrowsThereIsNoEvidence() {
        Trend trend = weigh(viewFit().withoutGrowth());

        assertThat(trend.twoLogBayesFactor()).isEqualTo(-99);
        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
    }

    @ParameterizedTest
    @CsvSource({"0.19, -99", "0.21, 10"})
    void aRiseOfLessThanAFiveHundredthOfTheLevelDoesNotCount(double rise, double evidence) {
        assertThat(weigh(viewFit().evidence(10).rise(rise)).twoLogBayesFactor()).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({"2.9, -99", "3.1, 10"})
    void aRiseOfLessThanThreeStepsOfTheResolutionDoesNotCount(double rise, double evidence) {
        SampleArrays coarse = new SampleArrays(column(60, i -> i / 59.0), FLAT, new int[60], 1, 0, 0);

        assertThat(weigh(coarse, viewFit().evidence(10).rise(rise)).twoLogBayesFactor())
                .isEqualTo(evidence);
    }

    @Test
    void whatWasTakenBackDoesNotCount() {
        assertThat(weigh(viewFit().evidence(10).takenBack()).twoLogBayesFactor())
                .isEqualTo(-99);
    }

    @ParameterizedTest
    @CsvSource({"0.49, false", "0.51, true"})
    void aMuchSharperLookThatSaysNoIsRight(double error, boolean counts) {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(-1).line(0, error);

        Trend trend = weigh(viewFit().evidence(10).line(0, 1), floor);

        assertThat(trend.twoLogBayesFactor() > 0).isEqualTo(counts);
    }

    @Test
    void aMuchSharperLookThatDoesNotSayNoForbidsNothing() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(0.1).line(0, 0.1);

        assertThat(weigh(viewFit().evidence(10).line(0, 1), floor).twoLogBayesFactor())
                .isEqualTo(10);
    }

    @Test
    void theIdleTimesForbidNothing() {
        ViewFitFixture quiet = viewFit().view(View.QUIET).evidence(-1).line(0, 0.1);

        assertThat(weigh(viewFit().evidence(10).line(0, 1), quiet).twoLogBayesFactor())
                .isCloseTo(10 - 0.3, within(1e-12));
    }

    @Test
    void withoutTheMeansALookMustBeSharper() {
        ViewFitFixture blunt = viewFit().view(View.FLOOR).evidence(10).line(0, 0.9);
        ViewFitFixture sharp = viewFit().view(View.FLOOR).evidence(10).line(0, 0.7);
        ViewFitFixture means = viewFit().evidence(-1).rise(0).line(0, 1);

        assertThat(weigh(means, blunt).twoLogBayesFactor()).isEqualTo(-99);
        assertThat(weigh(means, sharp).twoLogBayesFactor()).isCloseTo(10 - 0.3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, -99", "2.1, 10"})
    void aRiseThatPollsAtOtherMomentsOfACycleWouldShowDoesNotCount(double net, double evidence) {
        ViewFitFixture levelled =
                viewFit().view(View.LEVELLED).phase(2).evidence(10).growingBy(net);

        assertThat(weigh(viewFit().evidence(10).growingBy(net), levelled).twoLogBayesFactor())
                .isEqualTo(evidence);
    }

    @Test
    void theIdleTimesHaveNoCycles() {
        ViewFitFixture levelled =
                viewFit().view(View.LEVELLED).phase(2).evidence(10).growingBy(1);
        ViewFitFixture quiet = viewFit().view(View.QUIET).evidence(10).growingBy(1);

        assertThat(weigh(viewFit().evidence(10).growingBy(1), levelled, quiet).twoLogBayesFactor())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0.6, OPEN", "0.4, GROWS"})
    void aSaturationThatIsNotOverAndExplainsItBetterLeavesItOpen(double openness, Decision decision) {
        assertThat(weigh(viewFit().evidence(10).openness(openness)).decision()).isEqualTo(decision);
    }

    @Test
    void oneLookThatSeesNoOpenSaturationIsEnough() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(10).openness(-1);

        assertThat(weigh(viewFit().evidence(10).openness(8), floor).decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aSlopeWithinItsErrorLeavesItOpen() {
        assertThat(weigh(viewFit().evidence(10).blocksRiseBy(0.01)).decision()).isEqualTo(Decision.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"3.9, SETTLES", "4.1, NOISY"})
    void aPassHidesNoMoreThanFourPercentOfTheLevel(double hidden, Decision decision) {
        Trend trend = weigh(viewFit().evidence(-5).line(1, (hidden - 1) / T));

        assertThat(trend.decision()).isEqualTo(decision);
        assertThat(trend.bounds().hiddenPerHour()).isCloseTo(hidden, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"-5, SETTLES", "1, NOISY"})
    void halfOfWhatItSettlesThroughMayHideUnlessItLeansToGrowth(double evidence, Decision decision) {
        ViewFitFixture settling = viewFit().settlingBy(20).line(0, 9 / T);

        assertThat(weigh(settling.evidence(evidence)).decision()).isEqualTo(decision);
    }

    @Test
    void moreThanHalfOfWhatItSettlesThroughMayNotHide() {
        assertThat(weigh(viewFit().evidence(-5).settlingBy(20).line(0, 10.1 / T))
                        .decision())
                .isEqualTo(Decision.NOISY);
    }

    @ParameterizedTest
    @CsvSource({"9.9, SETTLES", "10.1, NOISY"})
    void aFifthOfTheRangeMayHide(double hidden, Decision decision) {
        SampleArrays wide = samples(column(60, i -> i % 2 == 0 ? 75 : 125));

        assertThat(weigh(wide, viewFit().evidence(-5).line(0, hidden / T)).decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1.9, SETTLES", "0.9, 2.1, NOISY", "0.82, 2.1, SETTLES"})
    void noiseThatWandersMayHideHalfAsMuch(double phi, double margin, Decision decision) {
        assertThat(weigh(viewFit().evidence(-5).phi(phi).line(0, margin / T)).decision())
                .isEqualTo(decision);
    }

    @Test
    void overSeveralLivesNoiseDoesNotWander() {
        assertThat(weigh(viewFit().evidence(-5).phi(0.95).lives(30, 30).line(0, 2.1 / T))
                        .decision())
                .isEqualTo(Decision.SETTLES);
    }

    @Test
    void noiseThatWandersBelowAFallHidesNothing() {
        assertThat(weigh(viewFit().evidence(-5).phi(0.95).line(-20, 2.1 / T)).decision())
                .isEqualTo(Decision.SETTLES);
    }

    @Test
    void theSharpestLookSaysWhatCouldHide() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(-5).line(0.5, 1 / T);

        Trend trend = weigh(viewFit().evidence(-5).line(0, 20 / T), floor);

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.bounds().hiddenPerHour()).isCloseTo(1.5, within(1e-6));
        assertThat(trend.bounds().detectablePerHour()).isCloseTo(6 / T, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3.9, SETTLES", "4.1, OPEN"})
    void aLevelThatRoseWhileNobodyLookedLeavesItOpen(double rise, Decision decision) {
        SampleArrays apart = new SampleArrays(column(60, i -> i / 59.0), FLAT, new int[60], 1e-4, 0, rise);

        assertThat(weigh(apart, viewFit().evidence(-5)).decision()).isEqualTo(decision);
    }

    @Test
    void whatGrowsIsAsFastAsItsRate() {
        Trend trend = weigh(viewFit().evidence(10).blocksRiseBy(5));

        assertThat(trend.slope().perHour()).isCloseTo(5, within(0.2));
        assertThat(trend.slope().low()).isLessThan(trend.slope().perHour()).isGreaterThan(4.5);
        assertThat(trend.slope().high()).isGreaterThan(trend.slope().perHour()).isLessThan(5.5);
    }

    @Test
    void whatSettlesIsAsFastAsTheLineBesideIt() {
        // R: qt(.975, 58) is 2.001717.
        Trend trend = weigh(viewFit().evidence(-5).line(0.5, 0.1));

        assertThat(trend.slope().perHour()).isCloseTo(0.5, within(1e-12));
        assertThat(trend.slope().low()).isCloseTo(0.5 - 0.2001717, within(1e-6));
        assertThat(trend.slope().high()).isCloseTo(0.5 + 0.2001717, within(1e-6));
    }

    @Test
    void withEvenOddsTheFastestGrowthIsThatOfATenth() {
        // R: qt(.9, 58) is 1.296319. Evidence against growth is not made use of.
        assertThat(weigh(viewFit().evidence(0).line(0.5, 1)).bounds().fastestPerHour())
                .isCloseTo(0.5 + 1.296319, within(1e-5));
        assertThat(weigh(viewFit().evidence(-9).line(0.5, 1)).bounds().fastestPerHour())
                .isCloseTo(0.5 + 1.296319, within(1e-5));
    }

    @Test
    void theLikelierGrowthIsTheFasterItMayBe() {
        assertThat(weigh(viewFit().evidence(2).line(0.5, 1)).bounds().fastestPerHour())
                .isGreaterThan(0.5 + 1.3)
                .isLessThan(0.5 + T);
    }

    @Test
    void aRiseThatMayGoOnIsAtLeastAsFastAsWhatCouldHide() {
        assertThat(weigh(samples(RISING), viewFit().evidence(3).line(10, 1))
                        .bounds()
                        .fastestPerHour())
                .isCloseTo(10 + T, within(1e-6));
    }

    @Test
    void aRiseThatMayGoOnIsAsFastAsItsRiseWithWhatTheIntervalAdds() {
        Trend trend = weigh(samples(RISING), viewFit().evidence(3).rise(2));

        assertThat(trend.slope().high() / trend.slope().perHour()).isBetween(1.005, 1.1);
        assertThat(trend.bounds().fastestPerHour())
                .isCloseTo(2 * trend.slope().high() / trend.slope().perHour(), within(1e-9))
                .isLessThan(trend.slope().high());
    }

    @Test
    void itIsNoFasterThanTheUpperEndOfTheInterval() {
        double slope = weigh(samples(RISING), viewFit().evidence(3)).slope().perHour();
        Trend trend = weigh(samples(RISING), viewFit().evidence(3).rise(1.003 * slope));

        assertThat(trend.bounds().fastestPerHour())
                .isEqualTo(trend.slope().high())
                .isGreaterThan(1.003 * slope);
    }

    @Test
    void aRiseToWhereItHasComeBackFromIsAsFastAsNoise() {
        double[] comeBack = column(60, i -> i == 20 ? 106 : RISING[i]);

        assertThat(weigh(samples(comeBack), viewFit().evidence(3).line(0.5, 1))
                        .bounds()
                        .fastestPerHour())
                .isBetween(0.5 + 1.3, 0.5 + T);
        assertThat(weigh(samples(RISING), viewFit().evidence(3).line(0.5, 1))
                        .bounds()
                        .fastestPerHour())
                .isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "-3, 2"})
    void whatRoseUnseenIsPartOfTheRise(double unseen, double rise) {
        SampleArrays apart = new SampleArrays(column(60, i -> i / 59.0), RISING, new int[60], 1e-4, 0, unseen);
        Trend trend = weigh(apart, viewFit().evidence(3).rise(2));

        assertThat(trend.rise()).isCloseTo(rise, within(1e-9));
        assertThat(trend.bounds().fastestPerHour()).isBetween(rise, 1.1 * rise);
    }

    @Test
    void ofSharperLooksTheSurestSaysHowFastItGrows() {
        ViewFitFixture means = viewFit().evidence(10).blocksNoise(1);
        ViewFitFixture sharp =
                viewFit().view(View.FLOOR).evidence(5).line(0, 0.05).blocksRiseBy(8);
        ViewFitFixture blunt =
                viewFit().view(View.FLOOR).evidence(5).line(0, 0.1).blocksRiseBy(8);

        assertThat(weigh(means, sharp).slope().perHour()).isCloseTo(8, within(0.2));
        assertThat(weigh(means, blunt).slope().perHour()).isCloseTo(5, within(1.5));
    }

    @Test
    void anOpenRiseIsOverAfterFiveOfItsTimeConstants() {
        Shape slow = Shape.of(Kind.SATURATING, 0, 0.35, new double[60], 0);
        Shape fast = Shape.of(Kind.SATURATING, 0, 0.1, new double[60], 0);

        assertThat(weigh(viewFit().evidence(3).settlingBy(5, fast, slow)).hoursToSettle())
                .isCloseTo(1.75, within(1e-9));
        assertThat(weigh(viewFit().evidence(3).settlingBy(5, fast)).hoursToSettle())
                .isCloseTo(1.5, within(1e-9));
        assertThat(weigh(viewFit().evidence(3)).hoursToSettle()).isCloseTo(2, within(1e-9));
    }

    @Test
    void noiseFallsWithTheRootOfTheLength() {
        assertThat(weigh(viewFit().evidence(-5).line(0, 8 / T)).hoursToSettle()).isCloseTo(4, within(1e-6));
        assertThat(weigh(viewFit().evidence(-5).line(0, 4.2 / T)).hoursToSettle())
                .isEqualTo(1.5);
        assertThat(weigh(viewFit().evidence(-5).line(0, 13 / T)).hoursToSettle())
                .isNaN();
        assertThat(weigh(viewFit().evidence(-5).line(-2, 10 / T)).hoursToSettle())
                .isCloseTo(6.25, within(1e-6));
        assertThat(weigh(viewFit().evidence(-5).line(2, 6 / T)).hoursToSettle()).isCloseTo(4, within(1e-6));
    }

    @Test
    void whatSettlesOrGrowsNeedsNoLongerRun() {
        assertThat(weigh(viewFit().evidence(-5)).hoursToSettle()).isNaN();
        assertThat(weigh(viewFit().evidence(10)).hoursToSettle()).isNaN();
    }

    @Test
    void theLookThatDecidedIsShownFirst() {
        ViewFitFixture floor = viewFit().view(View.FLOOR).evidence(20).line(0, 0.05);
        ViewFitFixture quiet = viewFit().view(View.QUIET).evidence(1);

        assertThat(weigh(viewFit().evidence(10), floor, quiet).views())
                .extracting(FittedView::view)
                .containsExactly("floor", "mean", "quiet");
    }

    private static Trend weigh(ViewFitFixture... viewFits) {
        return weigh(samples(FLAT), viewFits);
    }

    private static Trend weigh(SampleArrays samples, ViewFitFixture... fixtures) {
        List<ViewFit> viewFits = Arrays.stream(fixtures).map(ViewFitFixture::of).toList();
        return new ViewCombiner(samples, samples, viewFits, viewFits).trend();
    }

    /** An hour of them. */
    private static SampleArrays samples(double[] values) {
        return new SampleArrays(column(60, i -> i / 59.0), values, new int[60], 1e-4, 0, 0);
    }
}
