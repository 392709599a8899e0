package dev.seep.verdict;

import static dev.seep.verdict.Examining.COUNT;
import static dev.seep.verdict.Trends.grows;
import static dev.seep.verdict.Trends.noisy;
import static dev.seep.verdict.Trends.open;
import static dev.seep.verdict.Trends.settles;
import static dev.seep.verdict.Trends.tooShort;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Severity;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From trends to an outcome. All stands at 100, so that without a limit twice that is one, and 8 hours carry 80. */
class AssessmentTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final Trend STEADY = settles(Pattern.STEADY);

    @ParameterizedTest
    @CsvSource({"0.35, 3.6, LEAK", "0.36, 3.6, INCONCLUSIVE", "0.35, 3.5, INCONCLUSIVE", "0, 40, LEAK"})
    void aLeakNeedsEvidenceOfItsOwnAndAmongAllSeriesOfTheRun(double q, double evidence, Outcome outcome) {
        assertThat(Examining.finding(q, COUNT.examined(grows(evidence, 4))).outcome())
                .isEqualTo(outcome);
    }

    /** A rise of 0.9 in eight hours is below a hundredth; with 60 left to a limit it is reached in 533 hours. */
    @ParameterizedTest
    @CsvSource({
        "0.11, 160, PASS, tiny and beyond the horizon",
        "0.13, 160, LEAK, more than a hundredth of its level",
        "0.11, 108, LEAK, tiny and near its limit"
    })
    void certainGrowthMustMatter(double perHour, double limit, Outcome outcome, String why) {
        assertThat(COUNT.limited(limit).finding(grows(30, perHour)).outcome())
                .as(why)
                .isEqualTo(outcome);
    }

    /** The lower end of its interval is 3.6. */
    @ParameterizedTest
    @CsvSource({"3.5/h, LEAK", "3.6/h, PASS", "4/h, PASS"})
    void growthIsAllowedWhereItMayBeNoMoreThanThat(String allowed, Outcome outcome) {
        assertThat(COUNT.ruled("growth", allowed).finding(grows(30, 4)).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void ofReplicasThatGrowTheOneThatMattersDecides() {
        Finding finding = COUNT.finding(grows(60, 0.1), grows(30, 4), STEADY);

        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.reason()).contains("web-2, grows 4/h");
    }

    @Test
    void replicasThatGrowOnlyTogetherAreALeakToo() {
        assertThat(COUNT.finding(grows(3, 4), grows(3, 4), grows(3, 4)).outcome())
                .isEqualTo(Outcome.LEAK);
        assertThat(COUNT.finding(grows(3, 4)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void aFindingHasTheNumbersOfTheSlotThatDecides() {
        Finding finding = Examining.finding(0.01, COUNT.limited(500).examined(STEADY, grows(30, 4)));

        assertThat(finding.series()).isEqualTo("shop/deployment/web/app fds.open");
        assertThat(finding.pattern()).isEqualTo(Pattern.GROWTH);
        assertThat(finding.slope().perHour()).isEqualTo(4);
        assertThat(finding.slope().low()).isEqualTo(3.6, EXACT);
        assertThat(finding.slope().high()).isEqualTo(4.4, EXACT);
        assertThat(finding.growth()).isEqualTo(32);
        assertThat(finding.q()).isEqualTo(0.01);
        assertThat(finding.forecast().limit()).isEqualTo(500);
        assertThat(finding.forecast().hours()).isEqualTo(100);
        assertThat(finding.inconclusiveReason()).isNull();
        assertThat(finding.isFact()).isFalse();
    }

    @Test
    void samplesAndLivesAreThoseOfAllReplicas() {
        Finding finding = COUNT.finding(STEADY, STEADY, STEADY);

        assertThat(finding.counts().samples()).isEqualTo(3 * 481);
        assertThat(finding.counts().lives()).isEqualTo(3);
    }

    @Test
    void whatDoesNotLeakIsNotSaidToReachItsLimit() {
        assertThat(COUNT.limited(500).finding(noisy(40)).forecast().hours()).isNaN();
        assertThat(COUNT.limited(500).finding(STEADY).forecast().hours()).isNaN();
        assertThat(COUNT.finding(grows(30, 4)).forecast().hours()).isNaN();
    }

    @Test
    void whatMustNotFallHasTheSlopeThatItHas() {
        Finding finding = COUNT.of(Metric.unlimited("disk.free", Unit.COUNT, BadDirection.DOWN))
                .finding(grows(30, 4));

        assertThat(finding.slope().perHour()).isEqualTo(-4);
        assertThat(finding.slope().low()).isEqualTo(-4.4, EXACT);
        assertThat(finding.slope().high()).isEqualTo(-3.6, EXACT);
        assertThat(finding.growth()).isEqualTo(-32);
    }

    @Test
    void theSeverityIsThatOfThePolicyAndAKnownLeakExcusesOnlyALeak() {
        Examining known = COUNT.ruled("known", Map.of("reason", "SHOP-1", "expires", "2026-11-23"));

        assertThat(known.finding(grows(30, 4)).severity()).isEqualTo(Severity.WARN);
        assertThat(known.finding(grows(30, 4)).reason()).endsWith("; known: SHOP-1, allowed until 2026-11-23");
        assertThat(known.finding(STEADY).severity()).isEqualTo(Severity.FAIL);
        assertThat(known.finding(STEADY).reason()).doesNotContain("SHOP-1");
        assertThat(COUNT.ruled("severity", "warn").finding(STEADY).severity()).isEqualTo(Severity.WARN);
        assertThat(COUNT.ruled("severity", "ignore").finding(grows(30, 4)).severity())
                .isEqualTo(Severity.IGNORE);
    }

    @Test
    void theTimeToTheLimitLiesBetweenTheEndsOfItsInterval() {
        Assessment leak = assess(COUNT.limited(500), grows(30, 4));

        assertThat(leak.hoursToLimit()).isEqualTo(100);
        assertThat(leak.soonest()).isEqualTo(400 / 4.4, EXACT);
        assertThat(leak.latest()).isEqualTo(400 / 3.6, EXACT);
        assertThat(assess(COUNT, grows(30, 4)).latest()).isNaN();
        assertThat(assess(COUNT.limited(500), noisy(40)).soonest()).isNaN();
    }

    @Test
    void whatWouldHaveToBeAllowedIsTheMostThatDecides() {
        assertThat(assess(COUNT, grows(30, 4), grows(40, 10)).growthToPass()).isEqualTo(9, EXACT);
        assertThat(assess(COUNT, open(40), noisy(50)).growthToPass()).isEqualTo(50);
        assertThat(assess(COUNT, grows(30, 0.1)).growthToPass()).isEqualTo(0.09, EXACT);
        assertThat(assess(COUNT, STEADY).growthToPass()).isZero();
    }

    @Test
    void aReplicaOfWhichThereIsTooLittleIsSeenInTheOthers() {
        assertThat(COUNT.finding(tooShort(), STEADY).outcome()).isEqualTo(Outcome.PASS);
        assertThat(COUNT.finding(tooShort(), tooShort()).inconclusiveReason()).isEqualTo(InconclusiveReason.TOO_SHORT);
    }

    private static Assessment assess(Examining examining, Trend... trends) {
        EvaluatedGroup evaluatedGroup = examining.examined(trends);
        return new Assessment(evaluatedGroup, 0, RunOf.eightHours(evaluatedGroup.slots()), Trend.GROWS, "");
    }
}
