package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.InlineScript;
import dev.seep.probe.Measurement;
import dev.seep.probe.MeasurementSchedule;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Transport;
import dev.seep.probe.UserMeasurement;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.ShellSession;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is measured beside the probes, in hours that pass in milliseconds. */
class MeasurementPollTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final ExecResult TOO_MANY_REQUESTS =
            new ExecResult.Failed(GapReason.UNREACHABLE, "429", Duration.ofSeconds(1));
    private static final ExecResult NO_SHELL = new ExecResult.Failed(GapReason.NO_SHELL, "no shell");
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    private final ManualTimeline timeline = new ManualTimeline();
    private final RecordingSink sink = new RecordingSink();
    private final FakeShell kept = new FakeShell();
    private Function<Duration, CompletionStage<ExecResult>> command = deadline -> exited(0, "7", "");
    private Function<List<String>, ExecResult> sight = asked -> NO_SHELL;
    private Consumer<Duration> looks = left -> {};
    private CompletableFuture<Void> ended = new CompletableFuture<>();
    private String fetched = "";
    private Duration pollsEvery = EVERY;
    private Duration restartsAfter = Duration.ZERO;
    private int commands;

    @Test
    void isMeasuredAtItsOwnIntervalBesideThePolls() throws Exception {
        run(Duration.ofHours(1), own(new Transport.Command("count"), Duration.ofMinutes(5)));

        assertThat(values("rows")).hasSize(12).containsOnly(7.0);
        assertThat(values("threads")).hasSize(120);
        assertThat(kept.opened).as("the session of the probes is left alone").isEqualTo(1);
    }

    @Test
    void neitherStopsNorDelaysThePollsWhenItHangsForEver() throws Exception {
        command = deadline -> new CompletableFuture<>();

        run(Duration.ofHours(1), own(new Transport.Command("hang"), EVERY));

        assertThat(values("threads")).hasSize(120);
        assertThat(values("rows")).isEmpty();
        assertThat(sink.gaps(WEB.path(), GapReason.TIMEOUT)).isGreaterThan(100);
        assertThat(commands)
                .as("one that hangs is not joined by more of its kind")
                .isEqualTo(1);
    }

    @Test
    void leavesATargetAloneForAWhileAfterATimeout() throws Exception {
        command = deadline -> CompletableFuture.completedFuture(new ExecResult.TimedOut("", ""));

        run(Duration.ofHours(1), own(new Transport.Command("slow"), EVERY));

        assertThat(commands).isBetween(10, 14);
        assertThat(values("threads")).hasSize(120);
    }

    @Test
    void saysOnceWhatTheCommandComplainedAboutAndGoesOn() throws Exception {
        command = deadline -> exited(1, "", "no such table");

        run(Duration.ofMinutes(10), own(new Transport.Command("count"), EVERY));

        assertThat(sink.gaps(WEB.path(), GapReason.FAILED)).isEqualTo(20);
        List<Event> failed = sink.events.stream()
                .filter(event -> event.type() == Event.Type.POLL_FAILED)
                .toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).detail().get("message")).contains("rows").contains("no such table");
        assertThat(values("threads")).hasSize(20);
    }

    @Test
    void runsAScriptOnlyIfItCameAsItWasSent() throws Exception {
        InlineScript script = new InlineScript("echo 5");

        run(Duration.ofMinutes(2), own(new Transport.Copied(script), EVERY));

        assertThat(values("rows")).hasSize(4).containsOnly(5.0);

        sink.observations.clear();
        run(Duration.ofMinutes(2), own(new Transport.Copied(new InlineScript("echo 6 # damaged")), EVERY));

        assertThat(values("rows")).isEmpty();
        assertThat(sink.gaps(WEB.path(), GapReason.TRUNCATED)).isEqualTo(4);
    }

    @Test
    void asksTheSourceForEndpoints() throws Exception {
        run(Duration.ofMinutes(1), own(new Transport.Fetch("http:8080/metrics"), EVERY));

        assertThat(fetched).isEqualTo("http:8080/metrics");
        assertThat(values("rows.open")).containsOnly(3.0);
        assertThat(commands).isZero();
    }

    @Test
    void keepsAwayFromThePollsOfItsTarget() throws Exception {
        run(Duration.ofHours(1), own(new Transport.Command("count"), Duration.ofMinutes(2)));

        Instant poll = times("threads").get(0);
        assertThat(times("rows"))
                .allSatisfy(time -> assertThat(Duration.between(poll, time).toSeconds() % 30)
                        .isBetween(10L, 20L));
    }

    @Test
    void nothingThatWasReadOfOneLifeMattersToTheNext() throws Exception {
        Measurement counts = new Counting(own(new Transport.Command("count"), Duration.ofMinutes(5)));
        restartsAfter = Duration.ofMinutes(31);

        run(Duration.ofHours(1), counts);

        assertThat(values("rows")).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    }

    @Test
    void whatItIsRefusedSlowsItAndThePollsDown() throws Exception {
        command = deadline -> CompletableFuture.completedFuture(TOO_MANY_REQUESTS);

        run(Duration.ofMinutes(10), own(new Transport.Command("count"), EVERY));

        assertThat(sink.eventTypes()).contains(Event.Type.PACED);
        assertThat(commands).isBetween(1, 11);
        assertThat(values("threads")).hasSizeBetween(1, 11);
    }

    @Test
    void whatThePollsAreRefusedSlowsItDown() throws Exception {
        kept.refusal = TOO_MANY_REQUESTS;
        pollsEvery = Duration.ofSeconds(5);

        run(Duration.ofMinutes(10), own(new Transport.Command("count"), Duration.ofSeconds(5)));

        assertThat(values("rows")).hasSizeBetween(10, 40);
        assertThat(sink.gaps(WEB.path(), GapReason.TIMEOUT))
                .as("a beat that is left out is no gap")
                .isZero();
    }

    @Test
    void isLeftAloneForAWhileWhereItIsDenied() throws Exception {
        command = deadline -> CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.DENIED, "no"));

        run(Duration.ofMinutes(10), own(new Transport.Command("count"), Duration.ofSeconds(5)));

        assertThat(commands).isBetween(18, 21);
        assertThat(sink.of(WEB.path()))
                .filteredOn(o -> o.gaps().get("rows") == GapReason.DENIED)
                .hasSize((600 - 15) / 5);
    }

    @Test
    void isAskedAgainSoonWhereItsTargetIsNotKnownYet() throws Exception {
        command = deadline -> commands == 1
                ? CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.TARGET_GONE, "not yet"))
                : exited(0, "7", "");

        run(Duration.ofMinutes(1), own(new Transport.Command("count"), Duration.ofSeconds(5)));

        assertThat(values("rows")).as("of 9 beats").hasSize(8);
    }

    @Test
    void whereNothingRunsTheSourceIsAskedAndOneFigureIsOneSample() throws Exception {
        command = deadline -> CompletableFuture.completedFuture(NO_SHELL);
        sight = asked -> new ExecResult.Seen(START.plusSeconds(60), "kubelet", Map.of(asked.get(0), 3.0), Map.of());

        run(Duration.ofMinutes(5), own(new Transport.Command("count"), EVERY));

        assertThat(commands).isEqualTo(1);
        assertThat(values("rows")).containsExactly(3.0);
        assertThat(sink.eventTypes()).doesNotContain(Event.Type.POLL_FAILED);
    }

    @Test
    void whereNothingRunsAndNothingIsSeenBothReasonsAreToldOnce() throws Exception {
        command = deadline -> CompletableFuture.completedFuture(NO_SHELL);
        sight = asked -> new ExecResult.Failed(GapReason.NO_SHELL, "start node agents");

        run(Duration.ofMinutes(5), own(new Transport.Command("count"), EVERY));

        assertThat(commands).isEqualTo(1);
        assertThat(sink.gaps(WEB.path(), GapReason.NO_SHELL)).isEqualTo(10);
        assertThat(sink.events)
                .filteredOn(event -> event.type() == Event.Type.POLL_FAILED)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.detail()).containsEntry("message", "rows: no shell; start node agents"));
    }

    @Test
    void aMeasurementThatTakesTooLongToFindNoShellIsNotGivenItsTimeTwice() throws Exception {
        CompletableFuture<ExecResult> late = new CompletableFuture<>();
        command = deadline -> late;
        List<Duration> lefts = new ArrayList<>();
        sight = asked -> NO_SHELL;
        looks = lefts::add;
        timeline.at(Duration.ofSeconds(19).toNanos(), () -> late.complete(NO_SHELL));

        run(Duration.ofMinutes(1), own(new Transport.Command("count"), EVERY));

        assertThat(lefts).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void isMeasuredAtItsNextBeatAfterTheMachineSlept() throws Exception {
        SoakSession session = start(Duration.ofHours(2), Budget.DEFAULT, own(new Transport.Command("count"), EVERY));
        timeline.advance(Duration.ofMinutes(5));
        timeline.sleep(Duration.ofMinutes(60));
        Instant woken = timeline.now();
        timeline.advance(Duration.ofMinutes(5));
        session.stop();

        assertThat(times("rows")).hasSize(20);
        assertThat(times("rows").get(10)).isAfter(woken);
        assertThat(sink.eventTypes()).containsOnlyOnce(Event.Type.RESUMED);
    }

    @Test
    void aMeasurementThatWaitsForTheBudgetDoesForTheBeatsUntilThen() throws Exception {
        Budget tight = new Budget(1.0 / 60, 1, 4, 64, 100);

        start(null, tight, own(new Transport.Command("count"), Duration.ofSeconds(5)));
        timeline.advance(Duration.ofHours(1));

        assertThat(values("rows").size() + values("threads").size()).isBetween(55, 61);
        assertThat(values("rows")).hasSizeGreaterThan(20);
        assertThat(sink.gaps(WEB.path(), GapReason.TIMEOUT)).isZero();
    }

    @Test
    void whatIsOnItsWayAtTheEndIsHeard() throws Exception {
        CompletableFuture<ExecResult> late = new CompletableFuture<>();
        command = deadline -> late;
        timeline.at(Duration.ofSeconds(62).toNanos(), () -> late.complete(new ExecResult.Exited(0, "7", "")));

        run(Duration.ofMinutes(1), own(new Transport.Command("count"), Duration.ofMinutes(1)));

        assertThat(values("rows")).containsExactly(7.0);
        assertThat(times("rows")).containsExactly(START.plusSeconds(62));
    }

    @Test
    void aLateAnswerOfALifeThatIsOverIsDropped() throws Exception {
        CompletableFuture<ExecResult> late = new CompletableFuture<>();
        command = deadline -> commands == 1 ? late : exited(0, "8", "");
        restartsAfter = Duration.ofSeconds(20);
        timeline.at(Duration.ofSeconds(25).toNanos(), () -> late.complete(new ExecResult.Exited(0, "7", "")));

        run(Duration.ofMinutes(2), own(new Transport.Command("count"), EVERY));

        assertThat(values("rows")).isNotEmpty().containsOnly(8.0);
    }

    private List<Double> values(String metric) {
        return sink.observations.stream()
                .filter(observation -> observation.values().containsKey(metric))
                .map(observation -> observation.values().get(metric))
                .toList();
    }

    private List<Instant> times(String metric) {
        return sink.observations.stream()
                .filter(observation -> observation.values().containsKey(metric))
                .map(Observation::time)
                .toList();
    }

    private void run(Duration length, Measurement... beside) throws SourceException {
        start(length, Budget.DEFAULT, beside);
        timeline.advance(length.plusMinutes(2));
        assertThat(ended).isCompleted();
    }

    private SoakSession start(@Nullable Duration length, Budget budget, Measurement... beside) throws SourceException {
        SoakPlan plan = new SoakPlan(
                pollsEvery,
                length,
                ProbeSet.all(),
                Map.of(),
                SessionMode.AUTO,
                budget,
                false,
                new ArrayList<>(List.of(beside)));
        SoakSession session = new SoakSession(plan, timeline, sink);
        ended = session.start(new TargetSource() {
            @Override
            public void start(TargetListener listener) {
                listener.appeared(life("a"));
                if (!restartsAfter.isZero()) {
                    timeline.at(timeline.nanos() + restartsAfter.toNanos(), () -> listener.appeared(life("b")));
                }
            }

            @Override
            public void close() {}
        });
        return session;
    }

    private LiveTarget life(String id) {
        return new LiveTarget(WEB, new Incarnation(id, Instant.EPOCH, null), "node", new FakeTarget());
    }

    private static UserMeasurement own(Transport transport, Duration every) {
        MeasurementSchedule schedule = new MeasurementSchedule(every, Duration.ofSeconds(5), Pattern.compile(""));
        return new UserMeasurement("rows", transport, "", schedule, Unit.COUNT, BadDirection.UP, new Limit.None());
    }

    private static CompletionStage<ExecResult> exited(int status, String out, String err) {
        return CompletableFuture.completedFuture(new ExecResult.Exited(status, out, err));
    }

    /** Reads how many answers it has read. */
    private record Counting(UserMeasurement like) implements Measurement {
        @Override
        public String name() {
            return like.name();
        }

        @Override
        public List<Metric> metrics() {
            return like.metrics();
        }

        @Override
        public MeasurementSchedule schedule() {
            return like.schedule();
        }

        @Override
        public Transport transport() {
            return like.transport();
        }

        @Override
        public boolean isFor(Target target) {
            return like.isFor(target);
        }

        @Override
        public Result read(Output output) {
            return like.read(output);
        }

        @Override
        public Reader reader() {
            AtomicInteger answers = new AtomicInteger();
            return output -> read(new Output(0, String.valueOf(answers.incrementAndGet()), ""));
        }
    }

    /** The probes get their answers from a fake; commands and scripts theirs from the test. */
    private final class FakeTarget implements Shell {
        @Override
        public CompletionStage<ExecResult> run(String script, Duration deadline) {
            commands++;
            return command.apply(deadline);
        }

        @Override
        public CompletionStage<Opening> open(String script, Duration deadline) {
            return script.contains("seep-script-copied")
                    ? CompletableFuture.completedFuture(new Opening.Opened(new Copying()))
                    : kept.open(script, deadline);
        }

        @Override
        public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
            looks.accept(deadline);
            return CompletableFuture.completedFuture(sight.apply(probes));
        }

        @Override
        public CompletionStage<ExecResult> fetch(String address, Duration deadline) {
            fetched = address;
            return exited(0, "# TYPE open gauge\nopen{a=\"b\"} 3\n", "");
        }
    }

    /** Echoes what it is sent, but for what is damaged, and runs it. */
    private static final class Copying implements ShellSession {
        @Override
        public CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline) {
            String text = line.substring(0, line.lastIndexOf('\n') + 1).replace("damaged", "dam");
            String out = line.equals("run")
                    ? "5\n\nseep-errors-of-script 0\n\nseep-script-ran\n"
                    : text + "\n" + endMark + "\n";
            return CompletableFuture.completedFuture(new ExecResult.Answered(out));
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
