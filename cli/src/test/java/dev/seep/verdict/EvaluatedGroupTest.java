package dev.seep.verdict;

import static dev.seep.verdict.Examining.COUNT;
import static dev.seep.verdict.Trends.grows;
import static dev.seep.verdict.Trends.noisy;
import static dev.seep.verdict.Trends.open;
import static dev.seep.verdict.Trends.settles;
import static dev.seep.verdict.Trends.tooShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Trend;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What several replicas are evidence of, and which of them is in doubt. */
class EvaluatedGroupTest {
    private static final Trend STEADY = settles(Pattern.STEADY);
    private static final Metric CACHE = Metric.unlimited("memory.cache", Unit.BYTES, BadDirection.NEITHER);

    @Test
    void evidenceOfReplicasThatAllGrowALittleIsAdded() {
        EvaluatedGroup three = COUNT.examined(grows(3, 1), grows(4, 1), grows(2, 1));

        assertThat(three.evidence()).isEqualTo(9);
        assertThat(three.evidenceOfOne()).isCloseTo(4 - 2 * Math.log(3), within(1e-12));
    }

    @Test
    void oneThatGrowsForCertainIsNotTalkedDownByTheOthers() {
        EvaluatedGroup three = COUNT.examined(STEADY, grows(30, 1), STEADY);

        assertThat(three.evidenceOfAll()).isEqualTo(30 - 6 - 6);
        assertThat(three.evidence()).isCloseTo(30 - 2 * Math.log(3), within(1e-12));
    }

    @Test
    void noReplicaSpeaksMoreAgainstTheOthersThanTen() {
        assertThat(COUNT.examined(grows(30, 1), grows(-99, 1)).evidenceOfAll()).isEqualTo(20);
    }

    @Test
    void aSeriesAloneHasPaidForNoChoice() {
        assertThat(COUNT.examined(grows(-42, 1)).evidence()).isEqualTo(-42);
    }

    @Test
    void theOneInTheMiddleStandsForReplicasThatAllGrow() {
        assertThat(COUNT.examined(grows(8, 5), grows(9, 1), grows(7, 3)).typicalSlot())
                .isEqualTo(2);
        assertThat(COUNT.examined(grows(8, 5), grows(9, 1)).typicalSlot()).isZero();
    }

    @Test
    void theSurestOneStandsForReplicasOfWhichOneGrows() {
        assertThat(COUNT.examined(STEADY, grows(30, 1), STEADY).typicalSlot()).isEqualTo(1);
    }

    @Test
    void ofEquallySureOnesTheFirstIsTheWorst() {
        assertThat(COUNT.examined(STEADY, grows(5, 1), grows(5, 2)).worst()).isEqualTo(1);
    }

    @Test
    void whoGrowsAloneHasPaidForBeingChosen() {
        EvaluatedGroup alone = COUNT.examined(grows(5, 1));
        EvaluatedGroup among = COUNT.examined(grows(5, 1), STEADY, STEADY);

        assertThat(alone.growsAlone(0, Trend.GROWS)).isTrue();
        assertThat(among.growsAlone(0, Trend.GROWS)).isFalse();
        assertThat(among.growsAlone(0, 2)).isTrue();
        assertThat(among.growsAlone(1, -99)).isFalse();
    }

    @Test
    void whatIsBadInNoDirectionIsJudgedOnlyByARuleThatNamesIt() {
        assertThat(COUNT.examined(STEADY).isJudged()).isTrue();
        assertThat(COUNT.of(CACHE).examined(STEADY).isJudged()).isFalse();
        assertThat(COUNT.of(CACHE).ruled("growth", "5Mi/h").examined(STEADY).isJudged())
                .isFalse();
        assertThat(named("growth", "5Mi/h").isJudged()).isTrue();
        assertThat(named("severity", "ignore").isJudged()).isFalse();
    }

    private static EvaluatedGroup named(String key, String value) {
        return new Examining(CACHE, Double.NaN, Double.NaN, Map.of("metric", "memory.cache", key, value))
                .examined(STEADY);
    }

    /** 60 are left to the limit of its kind: at 30 an hour for two hours, at 1 an hour for sixty, within 80. */
    @Test
    void inDoubtIsWhatMayDoHarmWithinTheHorizonTheSoonestFirst() {
        EvaluatedGroup evaluatedGroup =
                COUNT.naturally(160).examined(noisy(1), STEADY, open(30), noisy(0.5), tooShort());

        assertThat(evaluatedGroup.inDoubt(known -> false)).containsExactly(2, 0);
        assertThat(evaluatedGroup.inDoubt(known -> known == 2)).containsExactly(0);
        assertThat(evaluatedGroup.mostDoubtful(known -> known == 2)).isZero();
    }

    @Test
    void growthThatIsAllowedLeavesNothingInDoubt() {
        Examining allowing = COUNT.naturally(160).ruled("growth", "30/h");

        assertThat(allowing.examined(open(30), noisy(31)).inDoubt(known -> false))
                .containsExactly(1);
    }

    @Test
    void whereNothingMayGrowTheSurestIsTheMostDoubtful() {
        assertThat(COUNT.examined(STEADY, grows(2, 1), STEADY).mostDoubtful(known -> true))
                .isEqualTo(1);
    }

    @Test
    void theFirstThatCouldDoHarmSaysWhatTheDoubtIs() {
        EvaluatedGroup openFirst = COUNT.naturally(160).examined(noisy(1), open(30));
        EvaluatedGroup blindFirst = COUNT.naturally(160).examined(noisy(30), open(1));

        assertThat(inconclusiveReason(openFirst)).isEqualTo(InconclusiveReason.OPEN);
        assertThat(inconclusiveReason(blindFirst)).isEqualTo(InconclusiveReason.BLIND);
        assertThat(inconclusiveReason(COUNT.examined(STEADY, STEADY))).isNull();
    }

    @Test
    void tooShortIsWhereAllReplicasAre() {
        assertThat(inconclusiveReason(COUNT.examined(tooShort(), tooShort()))).isEqualTo(InconclusiveReason.TOO_SHORT);
        assertThat(inconclusiveReason(COUNT.examined(tooShort(), STEADY))).isNull();
    }

    private static @Nullable InconclusiveReason inconclusiveReason(EvaluatedGroup evaluatedGroup) {
        return evaluatedGroup.inconclusiveReason(evaluatedGroup.inDoubt(known -> false));
    }

    @Test
    void theGrowthInDoubtIsTheFastestOfAll() {
        EvaluatedGroup evaluatedGroup = COUNT.naturally(160).examined(noisy(1), open(30));

        assertThat(evaluatedGroup.growthInDoubt(evaluatedGroup.inDoubt(known -> false)))
                .isEqualTo(30);
        assertThat(COUNT.examined(STEADY).growthInDoubt(List.of())).isZero();
    }
}
