package dev.seep.verdict;

import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartsTest {
    private static final Target WEB = pod("web-1");

    @Test
    void aContainerThatCrashesTwiceFailsAndIsToldOnce() {
        Run run = healthy(
                restarted(30, WEB, "exit 7"),
                restarted(30, WEB.pod(), "exit 7"),
                restarted(60, WEB, "exit 7"),
                restarted(60, WEB.pod(), "exit 7"));

        Verdict verdict = judge(run);

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.reason())
                .isEqualTo("1 failure: shop/deployment/web/app restarts restarted 2 times (exit 7 x2)");
        assertThat(verdict.findings())
                .filteredOn(Finding::isFact)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.series()).isEqualTo("shop/deployment/web/app restarts");
                    assertThat(finding.reason()).isEqualTo("restarted 2 times (exit 7 x2)");
                    assertThat(finding.severity()).isEqualTo(Severity.FAIL);
                });
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void factsAreNotCountedAsLeaks() {
        Series growing = RunOf.series(pod("web-2"), "threads", 5, 0);
        Run run = run(List.of(RunOf.series(WEB, "fds.open", 0, 0), growing), restarted(30, WEB, "OOMKilled"));

        assertThat(judge(run).reason()).startsWith("1 leak and 1 other failure, first of all ");
    }

    @Test
    void oneCrashIsANote() {
        Verdict verdict = judge(healthy(restarted(30, WEB, "exit 7")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).containsExactly("shop/deployment/web/app restarts: restarted once (exit 7)");
    }

    @Test
    void crashesOfSeveralReplicasAreNotSummedUp() {
        Verdict verdict = judge(healthy(restarted(30, WEB, "exit 7"), restarted(60, pod("web-2"), "exit 7")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes())
                .containsExactly("shop/deployment/web/app restarts: restarted 2 times (exit 7 x2) in 2 pods");
    }

    @Test
    void oneKillForMemoryFails() {
        Verdict verdict = judge(healthy(restarted(30, WEB, "OOMKilled")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason()).isEqualTo("was killed for memory once");
    }

    @Test
    void aKillForMemoryFailsAlsoWhereNothingFollows() {
        Event killed = event(30, Event.Type.VANISHED, WEB, "reason", "OOMKilled");

        assertThat(judge(healthy(killed)).outcome()).isEqualTo(Outcome.LEAK);
    }

    @Test
    void aKillForMemoryFailsAlsoWhereThePodIsDeletedBeforeTheRestart() {
        Verdict verdict = judge(healthy(
                event(30, Event.Type.ENDED, WEB, "reason", "OOMKilled"),
                event(35, Event.Type.VANISHED, WEB, "reason", "deleted")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
    }

    @Test
    void endsWithoutAnErrorNeverFail() {
        Verdict verdict = judge(
                healthy(restarted(30, WEB, "exit 0"), restarted(60, WEB, "exit 0"), restarted(90, WEB, "exit 0")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).containsExactly("shop/deployment/web/app restarts: restarted 3 times (exit 0 x3)");
    }

    @Test
    void restartsForAFailedProbeCountWhateverTheExitCode() {
        Verdict verdict = judge(healthy(
                restarted(30, WEB, "failed probe with exit 0"),
                restarted(60, WEB, "failed probe with exit 0"),
                restarted(90, WEB, "exit 0")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason())
                .isEqualTo("restarted 3 times (exit 0, failed probe with exit 0 x2)");
    }

    @Test
    void aCrashThatWaitsForItsRestartCounts() {
        Verdict verdict = judge(healthy(
                event(30, Event.Type.ENDED, WEB, "reason", "exit 7"),
                restarted(31, WEB, "exit 7"),
                event(60, Event.Type.ENDED, WEB, "reason", "exit 7")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason()).isEqualTo("restarted once (exit 7), ended with exit 7");
    }

    @Test
    void aCrashShortlyBeforeTheEndOfTheRunIsNoRestart() {
        Verdict verdict = judge(healthy(event(60, Event.Type.ENDED, WEB, "reason", "exit 3")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).containsExactly("shop/deployment/web/app restarts: ended with exit 3");
    }

    @Test
    void aCrashThatNothingFollowsFails() {
        Verdict verdict = judge(healthy(
                restarted(30, WEB, "exit 3"),
                event(60, Event.Type.ENDED, WEB, "reason", "exit 3"),
                event(63, Event.Type.VANISHED, WEB, "reason", "exit 3")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason())
                .isEqualTo("restarted once (exit 3), ended with exit 3 and was not started again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "exit 130", "exit 143", "stopped with exit 137", "removed"})
    void whatIsStoppedForGoodDidNotCrash(String reason) {
        Verdict verdict = judge(healthy(
                event(60, Event.Type.ENDED, WEB, "reason", reason),
                event(63, Event.Type.VANISHED, WEB, "reason", reason)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void whatWasKilledOutOfSightIsToldAndFailsNothing() {
        Verdict verdict = judge(healthy(
                event(60, Event.Type.ENDED, WEB, "reason", "unseen exit 137"),
                event(63, Event.Type.VANISHED, WEB, "reason", "unseen exit 137")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes())
                .containsExactly(
                        "shop/deployment/web/app restarts: ended with unseen exit 137 and was not started again");
    }

    @Test
    void howManyRestartsAreAllowedSaysNothingOfTheEnd() {
        Policy three = PolicyReader.of(Map.of("ceilings", Map.of("restarts", 3)));
        Run run = healthy(
                event(60, Event.Type.ENDED, WEB, "reason", "exit 3"),
                event(63, Event.Type.VANISHED, WEB, "reason", "exit 3"));

        Verdict verdict = new Judge(three).judge(run);

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason()).isEqualTo("ended with exit 3 and was not started again");
    }

    @Test
    void aRolloutAScaleDownAndADoneJobAreNoCrashes() {
        Target job = Target.container("shop", "job-1", "app", "job/job");
        Verdict verdict = judge(healthy(
                event(30, Event.Type.ENDED, WEB, "reason", "exit 137"),
                event(31, Event.Type.VANISHED, WEB, "reason", "deleted"),
                event(32, Event.Type.APPEARED, pod("web-2"), "reason", "exit 1"),
                event(40, Event.Type.ENDED, pod("web-2"), "reason", "exit 137"),
                event(41, Event.Type.VANISHED, pod("web-2"), "reason", "deleted"),
                event(50, Event.Type.VANISHED, job, "reason", "exit 0")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void aCeilingSaysHowManyAreAllowedInOneContainer() {
        Policy five = PolicyReader.of(Map.of("ceilings", Map.of("restarts", 1)));
        Verdict allowed = new Judge(five).judge(healthy(restarted(30, WEB, "OOMKilled")));
        Verdict broken = new Judge(five).judge(healthy(restarted(30, WEB, "exit 0"), restarted(60, WEB, "OOMKilled")));

        assertThat(allowed.outcome()).isEqualTo(Outcome.PASS);
        assertThat(broken.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(broken.findings().get(0).reason())
                .isEqualTo("restarted 2 times (OOMKilled, exit 0), the policy allows 1");
    }

    @Test
    void aRuleMakesCrashesAWarning() {
        Policy warn = PolicyReader.of(Map.of(
                "rules", List.of(Map.of("workload", "deployment/web", "metric", "restarts", "severity", "warn"))));

        Verdict verdict = new Judge(warn).judge(healthy(restarted(30, WEB, "exit 7"), restarted(60, WEB, "exit 7")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.findings())
                .filteredOn(Finding::isFact)
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN));
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void whatRestartsWhileARunIsInterruptedCountsOnce() {
        Event[] events = {
            begins(Event.Type.APPEARED, "a", "exit 1"),
            begins(Event.Type.RESTARTED, "b", "exit 7"),
            begins(Event.Type.APPEARED, "b", "exit 7"), // the run goes on, and nothing has happened
            begins(Event.Type.APPEARED, "c", "exit 7"), // it goes on once more
            event(60, Event.Type.ENDED, WEB, "reason", "exit 9"),
            begins(Event.Type.APPEARED, "d", "exit 9"),
            event(70, Event.Type.ENDED, WEB, "reason", "exit 9"),
            begins(Event.Type.RESTARTED, "e", "exit 9"),
        };

        Verdict verdict = judge(healthy(events));

        assertThat(verdict.findings().get(0).reason()).isEqualTo("restarted 4 times (exit 7 x2, exit 9 x2)");
    }

    @Test
    void anotherPodOfTheSameNameThatAppearsWhileARunIsInterruptedDidNotCrash() {
        Verdict verdict = judge(healthy(begins(Event.Type.APPEARED, "a", ""), begins(Event.Type.APPEARED, "b", "")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void itIsAboutThePodWhereAllWereInOne() {
        Run one = healthy(restarted(30, WEB, "OOMKilled"));
        Run two = healthy(restarted(30, WEB, "OOMKilled"), restarted(60, pod("web-2"), "OOMKilled"));

        assertThat(judge(one).findings().get(0).target().pod()).isEqualTo("web-1");
        assertThat(judge(two).findings().get(0).target().pod()).isNull();
        assertThat(judge(one).findings().get(0).isMissing()).isFalse();
    }

    @Test
    void aLifeThatAppearsWithTheEndOfTheOneBeforeIsARestart() {
        Run run = healthy(
                event(0, Event.Type.APPEARED, WEB),
                event(30, Event.Type.APPEARED, WEB, "reason", "exit 7"),
                event(60, Event.Type.APPEARED, WEB, "reason", "exit 7"));

        assertThat(judge(run).findings().get(0).reason()).isEqualTo("restarted 2 times (exit 7 x2)");
    }

    private static Event begins(Event.Type type, String life, String reason) {
        return new Event(
                RunOf.START.plusSeconds(50), type, WEB, life, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    }

    @Test
    void whatExplainsThemIsWhatWasCounted() {
        Event restart = restarted(31, WEB, "exit 7");
        Event waits = event(60, Event.Type.ENDED, pod("web-2"), "reason", "exit 9");
        Event[] events = {
            event(0, Event.Type.APPEARED, WEB),
            event(30, Event.Type.ENDED, WEB, "reason", "exit 7"),
            restart,
            event(50, Event.Type.ENDED, pod("web-0"), "reason", "exit 137"),
            event(51, Event.Type.VANISHED, pod("web-0"), "reason", "deleted"),
            waits,
            event(90, Event.Type.APPEARED, WEB, "reason", "exit 7") // the run goes on, and it restarted meanwhile
        };
        Explainer explainer = new Explainer(Policy.DEFAULT, healthy(events));

        assertThat(explainer.events(explainer.deciding().orElseThrow()))
                .containsExactly(restart, waits, events[events.length - 1]);
    }

    @Test
    void whatWasRecordedOfThemExplainsThem() {
        Event crash = restarted(30, WEB, "exit 7");
        Event again = restarted(60, WEB, "exit 7");
        Explainer explainer = new Explainer(
                Policy.DEFAULT, healthy(crash, restarted(40, pod("web-2").pod(), ""), again));

        assertThat(explainer.events(explainer.deciding().orElseThrow())).containsExactly(crash, again);
    }

    @Test
    void whatEndsWellJustBeforeTheRunIsOverIsNoRestart() {
        Verdict verdict = judge(healthy(event(80, Event.Type.ENDED, WEB, "reason", "exit 0")));

        assertThat(verdict.findings()).noneMatch(Finding::isFact);
    }

    private static Run healthy(Event... events) {
        return run(List.of(RunOf.series(WEB, "fds.open", 0, 0)), events);
    }

    private static Verdict judge(Run run) {
        return new Judge(Policy.DEFAULT).judge(run);
    }
}
