package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.ProbeSet;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoakSessionTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    private final ManualTimeline timeline = new ManualTimeline();
    private final RecordingSink sink = new RecordingSink();
    private final FakeShell shell = new FakeShell();

    @SuppressWarnings("NullAway.Init")
    private SoakSession session;

    @SuppressWarnings("NullAway.Init")
    private CompletableFuture<Void> ended;

    @Test
    void pollsEachTargetOncePerIntervalForEightHours() throws Exception {
        start(plan(Duration.ofHours(8), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofHours(9));

        assertThat(sink.of("shop/web-1/app")).hasSize(8 * 120);
        assertThat(shell.opened).isEqualTo(1);
        assertThat(shell.closed).isEqualTo(1);
        assertThat(ended).isCompleted();
    }

    @Test
    void spreadsTargetsEvenlyOverTheInterval() throws Exception {
        List<LiveTarget> targets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            targets.add(live(Target.container("shop", "web-" + i, "app", "deployment/web"), "a"));
        }
        start(plan(EVERY.multipliedBy(2), SessionMode.AUTO), targets.toArray(new LiveTarget[0]));

        timeline.advance(EVERY);

        Set<Long> seconds = new HashSet<>();
        sink.observations.forEach(o -> seconds.add(o.time().getEpochSecond() % 30));
        assertThat(seconds).hasSizeGreaterThan(25);
    }

    @Test
    void asksThoseAtTheSameTimeThatBelongTogether() throws Exception {
        List<LiveTarget> targets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Target target = Target.container("shop", "web-" + i, "app", "deployment/web");
            targets.add(new LiveTarget(target, life("a"), "node", shell, "node-" + i % 3));
        }
        start(plan(EVERY.multipliedBy(2), SessionMode.AUTO), targets.toArray(new LiveTarget[0]));

        timeline.advance(EVERY.minusSeconds(1));

        Set<Instant> times = new HashSet<>();
        sink.observations.forEach(o -> times.add(o.time()));
        assertThat(sink.observations).hasSizeGreaterThanOrEqualTo(30);
        assertThat(times).hasSize(3);
    }

    @Test
    void asksOneContainerForWhatThePodShares() throws Exception {
        Target sidecar = Target.container("shop", "web-1", "sidecar", "deployment/web");
        start(plan(Duration.ofMinutes(5), SessionMode.AUTO), live(WEB, "a"), live(sidecar, "b"));

        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1")).hasSize(10);
        assertThat(sink.of("shop/web-1/app")).hasSize(10);
        assertThat(sink.of("shop/web-1/sidecar")).hasSize(10);
        assertThat(sink.of("shop/web-1/app").get(0).values()).containsEntry("threads", 2.0);
        assertThat(sink.of("shop/web-1").get(0).values()).doesNotContainKey("threads");
    }

    @Test
    void recordsAGapAndNeverAZeroWhenAnAnswerIsCut() throws Exception {
        shell.behaviour = sequence -> CompletableFuture.completedFuture(
                new ExecResult.Answered(FakeShell.block(sequence).substring(0, 30)));
        start(plan(EVERY, SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(EVERY.multipliedBy(3));

        Observation observation = sink.of("shop/web-1/app").get(0);
        assertThat(observation.values()).isEmpty();
        assertThat(observation.gaps()).containsEntry("threads", GapReason.TRUNCATED);
    }

    @Test
    void reopensASessionThatWasCutWithoutLosingAPoll() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.KEEP), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));

        shell.cut();
        timeline.advance(Duration.ofMinutes(6));

        assertThat(sink.of("shop/web-1/app")).hasSize(20).allSatisfy(o -> assertThat(o.values())
                .isNotEmpty());
        assertThat(shell.opened).isEqualTo(2);
    }

    @Test
    void triesAgainWithinTheDeadlineWhenTheConnectionFails() throws Exception {
        List<String> asked = new ArrayList<>();
        shell.behaviour = sequence -> {
            asked.add(sequence);
            return asked.size() == 1
                    ? CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.UNREACHABLE, "cut"))
                    : FakeShell.answers(sequence);
        };
        start(plan(EVERY, SessionMode.KEEP), live(WEB, "a"));

        timeline.advance(EVERY.multipliedBy(2));

        assertThat(asked).hasSize(2);
        assertThat(sink.gaps("shop/web-1/app", GapReason.UNREACHABLE)).isZero();
        assertThat(sink.of("shop/web-1/app")).hasSize(1);
    }

    @Test
    void aFaultOfMinutesLeavesGapsAndPollingIsBackWithinOneInterval() throws Exception {
        start(plan(Duration.ofMinutes(30), SessionMode.KEEP), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(10));
        shell.cut();
        shell.refusal = new ExecResult.Failed(GapReason.UNREACHABLE, "connection refused");
        timeline.advance(Duration.ofMinutes(5));
        shell.refusal = null;
        timeline.advance(EVERY);

        List<Observation> observations = sink.of("shop/web-1/app");
        assertThat(observations.get(observations.size() - 1).values()).isNotEmpty();
        assertThat(sink.gaps("shop/web-1/app", GapReason.UNREACHABLE)).isBetween(9L, 10L);
        assertThat(sink.eventTypes())
                .containsSubsequence(Event.Type.POLL_FAILED, Event.Type.POLL_RECOVERED)
                .containsOnlyOnce(Event.Type.POLL_FAILED);
    }

    @Test
    void beatsWhileAPollIsTriedAgainSayWhatItWaitsFor() throws Exception {
        Duration often = Duration.ofSeconds(1);
        start(
                new SoakPlan(
                        often,
                        Duration.ofMinutes(2),
                        ProbeSet.all(),
                        Map.of(),
                        SessionMode.KEEP,
                        Budget.DEFAULT,
                        false),
                live(WEB, "a"));
        timeline.advance(Duration.ofSeconds(30));
        shell.cut();
        shell.refusal = new ExecResult.Failed(GapReason.UNREACHABLE, "connection refused");
        timeline.advance(Duration.ofSeconds(20));

        assertThat(sink.gaps("shop/web-1/app", GapReason.UNREACHABLE)).isBetween(18L, 20L);
        assertThat(sink.gaps("shop/web-1/app", GapReason.TIMEOUT)).isZero();
    }

    @Test
    void aHungTargetHoldsUpNoOther() throws Exception {
        FakeShell hung = new FakeShell();
        hung.behaviour = FakeShell::never;
        Target other = Target.container("shop", "hung-1", "app", "deployment/hung");
        start(
                plan(Duration.ofMinutes(10), SessionMode.AUTO),
                live(WEB, "a"),
                new LiveTarget(other, life("h"), "node", hung));

        timeline.advance(Duration.ofMinutes(11));

        assertThat(sink.of("shop/web-1/app")).hasSize(20);
        assertThat(ended).isCompleted();
    }

    @Test
    void aContainerWithoutAShellIsNotAskedAgainAndTheRunGoesOn() throws Exception {
        shell.refusal = new ExecResult.Failed(GapReason.NO_SHELL, "no shell in shop/web-1/app");
        start(plan(Duration.ofMinutes(10), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(5));
        shell.refusal = null;
        timeline.advance(Duration.ofMinutes(6));

        assertThat(shell.opened).isZero();
        assertThat(sink.gaps("shop/web-1/app", GapReason.NO_SHELL)).isEqualTo(20);
        assertThat(sink.eventTypes()).containsOnlyOnce(Event.Type.POLL_FAILED);
    }

    @Test
    void whereNoShellRunsTheSourceIsAskedWhatItSeesAndOneFigureIsOneSample() throws Exception {
        shell.refusal = new ExecResult.Failed(GapReason.NO_SHELL, "no shell in shop/web-1/app");
        shell.sight = () -> {
            Instant refreshed = timeline.now().minusSeconds(3 + timeline.now().getEpochSecond() % 60);
            return new ExecResult.Seen(
                    refreshed, "kubelet", Map.of("threads", 7.0), Map.of("sockets", GapReason.NO_SHELL));
        };
        start(plan(Duration.ofMinutes(10), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(11));

        assertThat(sink.of("shop/web-1/app")).hasSize(10).allSatisfy(o -> {
            assertThat(o.values()).containsEntry("threads", 7.0);
            assertThat(o.time().getEpochSecond() % 60).isEqualTo(57);
        });
        assertThat(sink.gaps("shop/web-1", GapReason.NO_SHELL)).isEqualTo(10);
        assertThat(sink.eventTypes()).containsOnlyOnce(Event.Type.FALLEN_BACK).doesNotContain(Event.Type.POLL_FAILED);
    }

    @Test
    void aFigureWithAnImpossibleTimeIsOneOfNow() throws Exception {
        shell.refusal = new ExecResult.Failed(GapReason.NO_SHELL, "no shell in shop/web-1/app");
        shell.sight = () -> new ExecResult.Seen(
                timeline.now().plus(Duration.ofDays(400)), "kubelet", Map.of("threads", 7.0), Map.of());
        start(plan(Duration.ofMinutes(5), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(6));

        assertThat(sink.of("shop/web-1/app")).hasSize(10).allSatisfy(o -> assertThat(o.time())
                .isBetween(Instant.EPOCH, timeline.now()));
    }

    @Test
    void theContainerWithAShellIsAskedForWhatThePodShares() throws Exception {
        FakeShell blind = new FakeShell();
        blind.refusal = new ExecResult.Failed(GapReason.NO_SHELL, "no shell in shop/web-1/app");
        blind.sight = () -> new ExecResult.Seen(null, "kubelet", Map.of(), Map.of("sockets", GapReason.NO_SHELL));
        Target sidecar = Target.container("shop", "web-1", "sidecar", "deployment/web");
        start(
                plan(Duration.ofMinutes(5), SessionMode.AUTO),
                new LiveTarget(WEB, life("a"), "node", blind),
                live(sidecar, "b"));

        timeline.advance(Duration.ofMinutes(6));

        assertThat(sink.gaps("shop/web-1", GapReason.NO_SHELL)).isLessThan(2);
        assertThat(sink.of("shop/web-1")).hasSizeGreaterThan(8);
    }

    @Test
    void fallsBackToOneShotShellsWhereSessionsDieBeforeTheirFirstAnswer() throws Exception {
        shell.behaviour = sequence -> shell.ranOnce > 0
                ? FakeShell.answers(sequence)
                : CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.UNREACHABLE, "stdin closed"));
        start(plan(Duration.ofMinutes(5), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(5));

        assertThat(shell.ranOnce).isEqualTo(10);
        assertThat(sink.of("shop/web-1/app")).hasSize(10).allSatisfy(o -> assertThat(o.values())
                .isNotEmpty());
    }

    @Test
    void aRestartBeginsANewLife() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.AUTO), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));
        session.appeared(
                new LiveTarget(WEB, new Incarnation("b", Instant.EPOCH, "OOMKilled"), "node", new FakeShell()));
        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1/app")).extracting(Observation::life).contains("a", "b");
        assertThat(sink.events)
                .filteredOn(event -> event.type() == Event.Type.RESTARTED && WEB.equals(event.target()))
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).containsEntry("reason", "OOMKilled"));
        assertThat(shell.closed).isEqualTo(1);
    }

    @Test
    void recordsWhyItIsEndedEarlyAndThatOnce() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.AUTO), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));
        session.stop(Map.of("reason", "ended early by you", "by", "you"));
        session.stop(Map.of("reason", "again"));
        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1/app")).hasSizeBetween(9, 11);
        assertThat(sink.events)
                .filteredOn(event -> event.type() == Event.Type.PAUSED)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.detail()).isEqualTo(Map.of("reason", "ended early by you", "by", "you")));
    }

    @Test
    void aTargetThatIsGoneIsForgotten() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.AUTO), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));
        session.vanished(WEB, Map.of("reason", "deleted"));
        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1/app")).hasSizeBetween(9, 11);
        assertThat(session.status().targets()).isZero();
        assertThat(sink.eventTypes()).contains(Event.Type.VANISHED);
    }

    @Test
    void isPolledAtTheNextBeatAfterTheMachineSlept() throws Exception {
        start(plan(Duration.ofHours(2), SessionMode.AUTO), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));
        timeline.sleep(Duration.ofMinutes(60));
        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1/app")).hasSizeBetween(20, 22);
        assertThat(sink.eventTypes()).containsOnlyOnce(Event.Type.RESUMED);
    }

    @Test
    void slowsDownWhenTheServerAsksForIt() throws Exception {
        shell.behaviour = sequence -> CompletableFuture.completedFuture(
                new ExecResult.Failed(GapReason.UNREACHABLE, "429", Duration.ofSeconds(1)));
        start(plan(Duration.ofMinutes(10), SessionMode.ONCE), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(10));

        assertThat(shell.ranOnce).isLessThan(12);
        assertThat(sink.eventTypes()).contains(Event.Type.PACED);
    }

    @Test
    void aTargetThatWaitsForItsFirstTurnHasNoGapsYet() throws Exception {
        FakeShell slow = new FakeShell();
        slow.opening = new CompletableFuture<>();
        Target first = Target.container("shop", "slow-1", "app", "deployment/slow");
        Budget oneAtATime = new Budget(Double.POSITIVE_INFINITY, 100, 1, 1, 100);
        start(
                new SoakPlan(
                        EVERY, Duration.ofMinutes(10), ProbeSet.all(), Map.of(), SessionMode.KEEP, oneAtATime, false),
                new LiveTarget(first, life("s"), "node", slow),
                live(WEB, "a"));

        timeline.advance(Duration.ofSeconds(100));
        assertThat(sink.of("shop/web-1/app")).isEmpty();

        slow.opening.complete(new Shell.Opening.Refused(new ExecResult.Failed(GapReason.FAILED, "no")));
        slow.opening = null;
        timeline.advance(EVERY);
        assertThat(sink.of("shop/web-1/app")).isNotEmpty().allSatisfy(o -> {
            assertThat(o.gaps()).doesNotContainValue(GapReason.TIMEOUT);
            assertThat(o.millis()).isLessThan(1000);
        });
    }

    @Test
    void aTargetThatNeverGetsItsTurnIsSeen() throws Exception {
        FakeShell slow = new FakeShell();
        slow.opening = new CompletableFuture<>();
        Target first = Target.container("shop", "slow-1", "app", "deployment/slow");
        Budget oneAtATime = new Budget(Double.POSITIVE_INFINITY, 100, 1, 1, 100);
        start(
                new SoakPlan(
                        EVERY, Duration.ofMinutes(10), ProbeSet.all(), Map.of(), SessionMode.KEEP, oneAtATime, false),
                new LiveTarget(first, life("s"), "node", slow),
                live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.gaps("shop/web-1/app", GapReason.TIMEOUT)).isGreaterThan(4);
    }

    @Test
    void asksOneShotAtOnceWhereAShellIsNotGivenItsInput() throws Exception {
        shell.refusal = new ExecResult.Failed(GapReason.FAILED, "the script ended with status 1");
        start(plan(Duration.ofMinutes(5), SessionMode.AUTO), live(WEB, "a"));

        timeline.advance(Duration.ofMinutes(5));

        assertThat(sink.of("shop/web-1/app")).hasSize(10).allSatisfy(o -> assertThat(o.values())
                .isNotEmpty());
    }

    @Test
    void aContainerThatTakesNoNewShellIsAskedOncePerPoll() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.KEEP), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));

        shell.cut();
        shell.refusal = new ExecResult.Failed(GapReason.FAILED, "container web is paused");
        timeline.advance(Duration.ofMinutes(5));

        assertThat(shell.refused).isBetween(9, 11);
        assertThat(shell.ranOnce).isZero();
        assertThat(sink.gaps("shop/web-1/app", GapReason.FAILED)).isEqualTo(shell.refused);
        assertThat(sink.events).anyMatch(event -> "container web is paused"
                .equals(event.detail().get("message")));
    }

    @Test
    void whatTheNextLifeAnswersIsNoSampleOfTheLast() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.KEEP), live(WEB, "a"));
        timeline.advance(Duration.ofSeconds(280));
        int before = sink.of("shop/web-1/app").size();

        shell.cut();
        while (shell.opened == 1) {
            timeline.advance(Duration.ofSeconds(1));
        }
        session.appeared(new LiveTarget(WEB, life("b"), "node", new FakeShell()));
        timeline.advance(Duration.ofSeconds(5));

        assertThat(sink.of("shop/web-1/app")).hasSize(before).allMatch(o -> o.life()
                .equals("a"));
    }

    @Test
    void aSampleThatHadToWaitForNewsHasItsOwnTime() throws Exception {
        start(plan(Duration.ofMinutes(10), SessionMode.KEEP), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));
        shell.cut();
        timeline.advance(Duration.ofMinutes(6));

        List<Observation> polls = sink.of("shop/web-1/app");
        for (int i = 1; i < polls.size(); i++) {
            assertThat(Duration.between(polls.get(i - 1).time(), polls.get(i).time()))
                    .isEqualTo(EVERY);
        }
    }

    @Test
    void pollsThatCannotBeAffordedDoNotPileUp() throws Exception {
        Budget tight = new Budget(0.1, 1, 4, 64, 100);
        List<LiveTarget> targets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            targets.add(live(Target.container("shop", "web-" + i, "app", "deployment/web"), "a"));
        }
        start(
                new SoakPlan(
                        EVERY,
                        null,
                        ProbeSet.all(),
                        Map.of("sockets", EVERY.multipliedBy(2)),
                        SessionMode.KEEP,
                        tight,
                        false),
                targets.toArray(new LiveTarget[0]));
        timeline.advance(Duration.ofHours(8));

        session.appeared(live(Target.container("shop", "late", "app", "deployment/web"), "a"));
        timeline.advance(Duration.ofMinutes(15));

        assertThat(sink.of("shop/late/app")).hasSize(2);
        assertThat(sink.of("shop/late")).as("of a thinned probe, too").hasSize(2);
    }

    @Test
    void stopsEarlyWhenToldTo() throws Exception {
        start(plan(null, SessionMode.AUTO), live(WEB, "a"));
        timeline.advance(Duration.ofMinutes(5));

        session.stop();
        timeline.advance(Duration.ofSeconds(1));

        assertThat(ended).isCompleted();
    }

    private void start(SoakPlan plan, LiveTarget... targets) throws SourceException {
        session = new SoakSession(plan, timeline, sink);
        ended = session.start(new FakeSource(List.of(targets)));
        timeline.advance(Duration.ZERO);
    }

    private static SoakPlan plan(@Nullable Duration length, SessionMode mode) {
        return new SoakPlan(EVERY, length, ProbeSet.all(), Map.of(), mode, Budget.DEFAULT, false);
    }

    private LiveTarget live(Target target, String life) {
        return new LiveTarget(target, life(life), "node", shell);
    }

    private static Incarnation life(String id) {
        return new Incarnation(id, Instant.EPOCH, null);
    }

    private record FakeSource(List<LiveTarget> targets) implements TargetSource {
        @Override
        public void start(TargetListener listener) {
            for (LiveTarget target : targets) {
                listener.appeared(target);
            }
        }

        @Override
        public void close() {}
    }
}
