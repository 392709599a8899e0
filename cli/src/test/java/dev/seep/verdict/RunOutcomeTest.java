package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.meantFor;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the findings to the verdict of the run, and its one sentence. */
class RunOutcomeTest {
    private static final Target WEB = pod("web-1");
    private static final Series STILL = counted(WEB, "threads", 0, flat(60, 9));
    private static final Series LEAK = RunOf.series(WEB, "fds.open", 5, 0);
    private static final Series OTHER_LEAK = RunOf.series(WEB, "zombies", 6, 0);

    @Test
    void leaksAreCountedAndTheMostUrgentIsTold() {
        Verdict one = judge(STILL, LEAK);

        assertThat(one.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(one.reason())
                .isEqualTo("1 leak: shop/deployment/web/app fds.open from 10 to 305 descriptors, +3,600/h");
        assertThat(judge(STILL, LEAK, OTHER_LEAK).reason())
                .isEqualTo("2 leaks, first of all shop/deployment/web/app zombies from 10 to 364 zombies, +4,320/h");
    }

    @Test
    void seriesThatLeakTogetherAreOneLeak() {
        Series share = RunOf.series(WEB, "fds.limit_share", 5, 0);

        assertThat(judge(LEAK, share).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.LEAK, Outcome.LEAK);
        assertThat(judge(LEAK, share).reason()).startsWith("1 leak: shop/deployment/web/app fds.open ");
    }

    @Test
    void factsAreCountedByThemselves() {
        Event kill = restarted(30, WEB, "OOMKilled");
        Event other = restarted(40, Target.container("shop", "cart-1", "app", "deployment/cart"), "OOMKilled");

        assertThat(judge(run(List.of(STILL), kill)).reason())
                .isEqualTo("1 failure: shop/deployment/web/app restarts was killed for memory once");
        assertThat(judge(run(List.of(STILL), kill, other)).reason())
                .isEqualTo("2 failures, first of all shop/deployment/cart/app restarts was killed for memory once");
        assertThat(judge(run(List.of(STILL, LEAK), kill, other)).reason())
                .startsWith("1 leak and 2 other failures, first of all shop/deployment/cart/app restarts ");
    }

    @Test
    void whatOnlyWarnsIsCountedAtTheEnd() {
        Verdict warned = judge(policy("severity", "warn"), run(List.of(LEAK, OTHER_LEAK, STILL)));

        assertThat(warned.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(warned.reason()).isEqualTo("nothing could be judged; 2 more only warned of");
    }

    @Test
    void whatOnlyWarnsIsNotCountedAmongTheLeaks() {
        Policy zombies = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "zombies", "severity", "warn"))));

        assertThat(judge(zombies, run(List.of(LEAK, OTHER_LEAK))).reason())
                .startsWith("1 leak: shop/deployment/web/app fds.open ")
                .endsWith("; 1 more only warned of");
    }

    @Test
    void aRunWithoutSeriesIsNeverAPass() {
        assertThat(judge(run(List.of())).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(run(List.of())).reason()).isEqualTo("nothing could be judged");
    }

    @Test
    void twentyNineSamplesMeanNothingAndThirtyDo() {
        assertThat(judge(counted(WEB, "threads", 0, flat(29, 9))).reason())
                .isEqualTo(
                        "too short: no series has more than 29 samples, and 30 mean something; a run of 30 min has them");
        assertThat(judge(counted(WEB, "threads", 0, flat(30, 9))).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void ofOneSampleNobodyKnowsHowLongARunWouldBeEnough() {
        assertThat(judge(counted(WEB, "threads", 0, 9)).reason())
                .isEqualTo("too short: no series has more than 1 sample, and 30 mean something");
        assertThat(judge(counted(WEB, "threads", 0)).reason())
                .isEqualTo("too short: no series has more than 0 samples, and 30 mean something");
    }

    @Test
    void aLeakNeedsNoLongRun() {
        assertThat(judge(run(List.of(counted(WEB, "threads", 0, flat(29, 9))), restarted(30, WEB, "OOMKilled")))
                        .outcome())
                .isEqualTo(Outcome.LEAK);
    }

    @Test
    void measurementsThatAreMissingAreCountedAndNotSeries() {
        Run asked = meantFor(Duration.ofMinutes(5), List.of("rows", "words"), run(List.of(STILL)));

        assertThat(judge(asked).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(asked).reason()).isEqualTo("2 measurements are missing: rows never brought a value");
    }

    @Test
    void aPassCountsWhatWasJudgedAndSaysHowFarItCarries() {
        Series few = counted(WEB, "zombies", 0, 1, 1);

        assertThat(judge(STILL, few).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(STILL, few).reason())
                .startsWith(
                        "none of 1 series leaks, and nothing in doubt does harm within ten times what was seen of it"
                                + " (at most 50 min); growth above ");
        assertThat(judge(STILL).horizonHours()).isCloseTo(50 / 60.0, within(1e-12));
    }

    @Test
    void findingsComeWorstFirst() {
        Policy warned = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "fds.open", "severity", "warn"))));
        Series few = counted(Target.container("shop", "a-1", "app", "deployment/a"), "zombies", 0, 1, 1);
        Series alike = counted(Target.container("shop", "b-1", "app", "deployment/b"), "threads", 0, flat(60, 9));

        assertThat(judge(warned, run(List.of(alike, STILL, LEAK, few, OTHER_LEAK)))
                        .findings())
                .extracting(Finding::series)
                .containsExactly(
                        "shop/deployment/web/app zombies",
                        "shop/deployment/a/app zombies",
                        "shop/deployment/b/app threads",
                        "shop/deployment/web/app threads",
                        "shop/deployment/web/app fds.open");
    }

    @Test
    void membersAreTheSeriesOfEachFinding() {
        Series replica = counted(pod("web-2"), "threads", 0, flat(60, 9));
        Verdict verdict = judge(STILL, LEAK, replica);

        assertThat(verdict.members())
                .containsOnlyKeys("shop/deployment/web/app threads", "shop/deployment/web/app fds.open")
                .containsEntry("shop/deployment/web/app threads", List.of(STILL, replica));
    }

    private static Policy policy(String key, String value) {
        return PolicyReader.of(Map.of("defaults", Map.of(key, value)));
    }

    private static Verdict judge(Series... series) {
        return judge(run(List.of(series)));
    }

    private static Verdict judge(Run run) {
        return judge(Policy.DEFAULT, run);
    }

    private static Verdict judge(Policy policy, Run run) {
        return new Judge(policy).judge(run);
    }
}
