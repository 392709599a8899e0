package dev.seep.verdict;

import static dev.seep.verdict.Examining.COUNT;
import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.Trends.grows;
import static dev.seep.verdict.Trends.noisy;
import static dev.seep.verdict.Trends.open;
import static dev.seep.verdict.Trends.settles;
import static dev.seep.verdict.Trends.tooShort;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences to the character: people search for them, and scripts do. All of what stands at 100 for eight hours. */
class ReasonsTest {
    private static final Trend STEADY = settles(Pattern.STEADY);
    private static final Metric FREE = Metric.unlimited("disk.free", Unit.COUNT, BadDirection.DOWN);

    @Test
    void aLeakHasARateWithItsInterval() {
        assertThat(COUNT.finding(grows(30, 4)).reason()).isEqualTo("grows 4/h (95 % 3.6 to 4.4) and does not flatten");
    }

    /** 400 are left, which is 100 hours. */
    @Test
    void aLeakThatHasALimitOfItsOwnSaysWhenItIsReached() {
        assertThat(COUNT.limited(500).finding(grows(30, 4)).reason())
                .isEqualTo("grows 4/h (95 % 3.6 to 4.4) and does not flatten; the limit of 500 is reached in 4.2 d");
        assertThat(COUNT.naturally(500).finding(grows(30, 4)).reason()).endsWith("does not flatten");
    }

    @Test
    void whatMustNotFallFalls() {
        assertThat(COUNT.of(FREE).finding(grows(30, 4)).reason())
                .isEqualTo("falls 4/h (95 % 3.6 to 4.4) and does not flatten");
    }

    @Test
    void aLeakOfReplicasSaysHowManyShowIt() {
        assertThat(reason(grows(9, 4), grows(8, 5), grows(7, 3)))
                .isEqualTo("each of 3 replicas grows 4/h (95 % 3.6 to 4.4) and does not flatten");
        assertThat(reason(grows(9, 4), grows(8, 5), open(1)))
                .isEqualTo(
                        "the median of 3 replicas judged together, 2 of which would show it alone, grows 4/h (95 % 3.6"
                                + " to 4.4) and does not flatten");
        assertThat(reason(STEADY, grows(30, 4), STEADY))
                .isEqualTo("one of 3 replicas, web-2, grows 4/h (95 % 3.6 to 4.4) and does not flatten");
        assertThat(reason(
                        grows(30, 4),
                        grows(40, 5),
                        settles(Pattern.STEADY),
                        grows(-99, 1),
                        grows(-99, 1),
                        grows(-99, 1)))
                .startsWith("5 of 6 replicas, most of all web-2, grows 5/h");
    }

    private static String reason(Trend... replicas) {
        return COUNT.finding(replicas).reason();
    }

    @Test
    void growthThatIsAllowedSaysHowMuchIs() {
        assertThat(COUNT.ruled("growth", "5/h").finding(grows(30, 4)).reason())
                .isEqualTo("grows 4/h (95 % 3.6 to 4.4), the policy allows 5/h");
        assertThat(COUNT.limited(500)
                        .ruled("growth", "5/h")
                        .finding(grows(30, 4))
                        .reason())
                .isEqualTo("grows 4/h (95 % 3.6 to 4.4), the policy allows 5/h; the limit of 500 is 4.2 d away");
    }

    @Test
    void growthThatIsTinyAndFarFromAnyLimitSaysSo() {
        assertThat(COUNT.finding(grows(30, 0.1)).reason())
                .isEqualTo("grows 0.1/h (95 % 0.09 to 0.11), but that is less than 1 % of its level");
        assertThat(COUNT.limited(500).finding(grows(30, 0.1)).reason())
                .isEqualTo("grows 0.1/h (95 % 0.09 to 0.11), but the limit of 500 is 167 d away");
    }

    @ParameterizedTest
    @CsvSource({
        "STEADY, is steady",
        "WARM_UP, warms up and settles",
        "STEP, steps and stays",
        "SAWTOOTH, goes up and down around one level",
        "SHRINKING, shrinks",
        "ERRATIC, is steady"
    })
    void whatPassesSaysHowItWentAndWhatWouldHaveShown(Pattern pattern, String course) {
        assertThat(COUNT.finding(settles(pattern)).reason())
                .isEqualTo(course + "; more than 2/h of growth would have shown");
    }

    @Test
    void whatWasSeenForAPartOfItsTimeSaysForHowMuch() {
        List<Series> series = List.of(counted(pod("web-1"), "fds.open", 0, flat(601, 100)));

        assertThat(finding(COUNT.examined(series, STEADY)))
                .isEqualTo("is steady in the 8 h that were seen of 10 h; more than 2/h of growth would have shown");
    }

    @Test
    void whatCouldHideAndDoesNoHarmPasses() {
        assertThat(COUNT.limited(500).finding(noisy(4)).reason())
                .isEqualTo(
                        "goes nowhere: growth of at most 4/h could hide, which would reach the limit of 500 in 4.2 d,"
                                + " beyond its horizon of 3.3 d");
        assertThat(COUNT.naturally(500).finding(open(4)).reason())
                .isEqualTo("has risen by 16 and may go on: at most 4/h, which would reach the limit of 500 in 4.2 d,"
                        + " beyond its horizon of 3.3 d");
        assertThat(COUNT.finding(noisy(1)).reason())
                .isEqualTo(
                        "goes nowhere: growth of at most 1/h could hide, which would reach twice its highest (200) in"
                                + " 4.2 d, beyond its horizon of 3.3 d");
        assertThat(COUNT.of(FREE).finding(noisy(1)).reason())
                .endsWith("could hide, which would leave nothing in 4.2 d, beyond its horizon of 3.3 d");
    }

    @Test
    void whatCannotGoOnNamesNoTime() {
        assertThat(COUNT.finding(noisy(0)).reason()).isEqualTo("goes nowhere: growth of at most 0/h could hide");
    }

    @Test
    void whatCouldDoHarmAndIsAllowedSaysSo() {
        assertThat(COUNT.limited(500).ruled("growth", "50/h").finding(noisy(40)).reason())
                .isEqualTo(
                        "goes nowhere: growth of at most 40/h could hide, which would reach the limit of 500 in 10 h,"
                                + " within its horizon of 3.3 d; the policy allows 50/h");
    }

    /** 400 are left, which is ten hours; to tell, eight times 8 squared are too long, so no run is named. */
    @Test
    void whatIsTooNoisyNamesTheWaysOut() {
        Finding blind = COUNT.limited(500).finding(noisy(40));

        assertThat(blind.inconclusiveReason()).isEqualTo(InconclusiveReason.BLIND);
        assertThat(blind.reason())
                .isEqualTo("is too noisy: growth of up to 40/h could hide, which would reach the limit of 500 in 10 h,"
                        + " within its horizon of 3.3 d; way out: --horizon 10h or growth: 40/h in the policy");
    }

    /** 80 hours at 5 an hour, the horizon itself: half as long again is the least that is named. */
    @Test
    void whatIsBarelyTooNoisyNamesALongerRunToo() {
        assertThat(COUNT.limited(500).finding(noisy(5)).reason())
                .endsWith("in 3.3 d, within its horizon of 3.3 d; way out: --for 12h, --horizon 3d or growth: 5.0/h in"
                        + " the policy");
    }

    @Test
    void anOpenRiseNamesTheRunThatWouldShowItsEnd() {
        Finding open = COUNT.limited(500).finding(open(40));

        assertThat(open.inconclusiveReason()).isEqualTo(InconclusiveReason.OPEN);
        assertThat(open.reason())
                .isEqualTo(
                        "has risen by 16 and may go on: at most 40/h, which would reach the limit of 500 in 10 h,"
                                + " within its horizon of 3.3 d; way out: --for 12h, --horizon 10h or growth: 40/h in the policy");
    }

    @Test
    void whatMayHaveGrownByChanceSaysAmongHowMany() {
        assertThat(Examining.finding(0.9, COUNT.limited(500).examined(grows(5, 40)))
                        .reason())
                .isEqualTo(
                        "looks like growth, but so weakly that of all series of the run one may look so by chance: at"
                                + " most 44/h, which would reach the limit of 500 in 9.1 h, within its horizon of 3.3 d; way out:"
                                + " --for 12h, --horizon 9h or growth: 44/h in the policy");
        assertThat(COUNT.limited(500).finding(grows(5, 40), STEADY, STEADY).reason())
                .startsWith(
                        "one of 3 replicas, web-1, looks like growth, but so weakly that of 3 replicas one may look so"
                                + " by chance: at most 44/h");
    }

    @Test
    void replicasInDoubtAreCountedAndTheFirstToDoHarmIsNamed() {
        assertThat(COUNT.limited(500).finding(noisy(10), noisy(40), STEADY).reason())
                .startsWith("2 of 3 replicas are in doubt; web-2, the first that could do harm, is too noisy: ")
                .endsWith("or growth: 40/h in the policy");
        assertThat(COUNT.limited(500).finding(noisy(1), noisy(40), STEADY).reason())
                .startsWith("one of 3 replicas, web-2, is too noisy: ");
    }

    @Test
    void aBrokenCeilingIsToldWithItsHighestValueWhateverTheTrend() {
        Examining fifty = COUNT.ruled("ceiling", "50");

        assertThat(fifty.finding(STEADY).outcome()).isEqualTo(Outcome.LEAK);
        assertThat(fifty.finding(STEADY).reason()).isEqualTo("reached 100, the policy allows 50");
        assertThat(fifty.finding(grows(30, 4)).reason()).isEqualTo("reached 100, the policy allows 50");
        assertThat(COUNT.ruled("ceiling", "100").finding(STEADY).outcome()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, has only 0 samples; a verdict needs at least 6",
        "1, has only 1 sample; a verdict needs at least 6",
        "5, has only 5 samples; a verdict needs at least 6"
    })
    void tooFewSamplesAreCounted(int samples, String reason) {
        assertThat(shortOf(counted(pod("web-1"), "fds.open", 0, flat(samples, 100))))
                .isEqualTo(reason + ", and 30 to mean something");
    }

    @Test
    void livesThatAreAllTooShortAreCounted() {
        Series first = counted(pod("web-1"), "fds.open", 0, flat(5, 100));
        Series second = counted(pod("web-2"), "fds.open", 5, flat(5, 100));

        assertThat(shortOf(ConcatenatedSeries.of(List.of(first, second))))
                .isEqualTo("has 2 lives, each too short to show whether it grows");
    }

    @Test
    void whatHasNotSettledYetSaysSo() {
        assertThat(shortOf(counted(pod("web-1"), "fds.open", 0, flat(6, 100))))
                .isEqualTo("leaves too few samples to judge after its warm-up");
    }

    private static String shortOf(Series series) {
        return finding(COUNT.examined(List.of(series), tooShort()));
    }

    @Test
    void whatIsNotJudgedSaysSo() {
        EvaluatedGroup ignored = COUNT.ruled("severity", "ignore").examined(grows(30, 4));

        assertThat(Examining.finding(Judge.discoveryRates(List.of(ignored))[0], ignored)
                        .reason())
                .isEqualTo("is not judged");
    }

    private static String finding(EvaluatedGroup evaluatedGroup) {
        return Examining.finding(0, evaluatedGroup).reason();
    }
}
