package dev.seep.run;

import dev.seep.export.Exporter;
import dev.seep.export.SessionHealth;
import dev.seep.live.FollowedRun;
import dev.seep.live.SeriesRanking;
import dev.seep.live.SignalHandling;
import dev.seep.sample.Durations;
import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.RunTally;
import dev.seep.session.PollingLoad;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakSession;
import dev.seep.session.SoakStatus;
import dev.seep.session.ThreadTimeline;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One stretch of polling: from the first target to the planned end or the first Ctrl-C, and how it is followed. */
public final class SoakRun {
    /** Longer than the start takes where a server answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CliEnvironment environment;
    private final SoakPlan plan;
    private final TargetSource source;
    private final String lookedFor;
    private @Nullable Exporter exporter;
    private LongSupplier recordingFailures = () -> 0;
    private Supplier<List<String>> leftOut = List::of;
    private boolean patient;
    private @Nullable EvidenceCollector evidence;
    private Duration soFar = Duration.ZERO;
    private RunTally tally;
    private volatile @Nullable String earlyEnd;
    private volatile boolean hurried;

    /** @param lookedFor things to find, for the message that there are none */
    public SoakRun(CliEnvironment environment, SoakPlan plan, TargetSource source, String lookedFor) {
        this.environment = environment;
        this.plan = plan;
        this.tally = plan.length() == null ? RunTally.withoutEnd() : new RunTally();
        this.source = source;
        this.lookedFor = lookedFor;
    }

    /** Serves metrics meanwhile. */
    public SoakRun serving(Exporter to, LongSupplier failedWrites) {
        exporter = to;
        recordingFailures = failedWrites;
        return this;
    }

    /** @param words usual measurements left out, with reasons, once the source is started */
    public SoakRun leavingOut(Supplier<List<String>> words) {
        leftOut = words;
        return this;
    }

    /** Waits for targets if there are none. */
    public SoakRun withoutTargets() {
        patient = true;
        return this;
    }

    /** Collects evidence meanwhile. */
    public SoakRun explaining(EvidenceCollector by) {
        evidence = by;
        return this;
    }

    /**
     * Goes on with a run that was interrupted.
     *
     * @param polled time of its earlier stretches
     * @param counted in these
     */
    public SoakRun after(Duration polled, RunTally counted) {
        soFar = polled;
        tally = counted;
        return this;
    }

    /** Polls, and hands everything to the sink; closes the source. Returns where the session stood at its end. */
    public SoakStatus into(ObservationSink sink) throws Exception {
        return into(sink, stop -> {});
    }

    /** @param stoppable gets the action that ends it early */
    SoakStatus into(ObservationSink sink, Consumer<Runnable> stoppable) throws Exception {
        SeriesRanking seriesRanking = new SeriesRanking(plan.metrics());
        CompletableFuture<Throwable> defect = new CompletableFuture<>();
        try (source;
                ThreadTimeline timeline = new ThreadTimeline(environment.clock(), defect::complete)) {
            SoakSession session = new SoakSession(plan, timeline, all(both(sink, tally), seriesRanking));
            if (exporter != null) {
                exporter.follow(() -> health(session.status()));
            }
            var unused = defect.thenAccept(session::fail);
            AtomicBoolean started = new AtomicBoolean();
            timeline.at(timeline.nanos() + PATIENCE.toNanos(), () -> sayIfNot(started));
            CompletableFuture<Void> ended = session.start(source);
            started.set(true);
            announce(session, timeline);
            stoppable.accept(session::stop);
            try (ProgressDisplay display = new ProgressDisplay(environment);
                    SignalHandling signalHandling = new SignalHandling(
                            () -> end(session, "you"), () -> end(session, "SIGTERM"), display::exit)) {
                show(display, session, seriesRanking);
                follow(ended, display, seriesRanking);
            }
            return session.status();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
    }

    /** A server that takes connections and never answers holds up the start for a minute. */
    private void sayIfNot(AtomicBoolean started) {
        if (!started.get()) {
            environment.say("no answer yet, looking for " + lookedFor);
        }
    }

    private void follow(CompletableFuture<Void> ended, ProgressDisplay display, SeriesRanking seriesRanking)
            throws Exception {
        if (evidence == null) {
            ended.get();
            return;
        }
        evidence.follow(seriesRanking);
        ended.get();
        display.close();
        String early = earlyEnd;
        if (early != null) {
            environment.say(early);
        }
        evidence.last(seriesRanking, hurried);
    }

    /** Whoever judges the run later finds who ended it among its events; of one that is over anyway there is nothing. */
    private void end(SoakSession session, String who) {
        Duration length = plan.length();
        Duration elapsed = session.status().elapsed();
        if (length == null) { // then this is how it ends
            hurried = true;
            session.stop();
            return;
        }
        if (elapsed.compareTo(length) >= 0) {
            return;
        }
        hurried = true;
        String why =
                "ended early by " + who + " after " + words(soFar.plus(elapsed)) + " of " + words(soFar.plus(length));
        earlyEnd = why;
        session.stop(Map.of("reason", why, "by", who));
    }

    private static String words(Duration time) {
        return Durations.text(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Reports the polling load; throws if there is none and it is not patient. */
    private void announce(SoakSession session, ThreadTimeline timeline) throws Exception {
        CompletableFuture<PollingLoad> found = new CompletableFuture<>();
        timeline.execute(() -> found.complete(session.load()));
        PollingLoad load = found.get();
        if (load.isNothing() && !patient) {
            throw new CannotMeasureException("there is nothing to poll: found no " + lookedFor);
        }
        environment.say(load.describe());
        List<String> words = leftOut.get();
        if (!words.isEmpty()) {
            environment.say("left out of the default: " + String.join("; ", words));
        }
    }

    private void show(ProgressDisplay display, SoakSession session, SeriesRanking seriesRanking) {
        EvidenceCollector collecting = evidence;
        display.show(new FollowedRun(
                lookedFor,
                Optional.ofNullable(plan.length()).orElse(Duration.ZERO),
                () -> session.status().after(soFar),
                tally::counts,
                seriesRanking,
                collecting == null ? List::of : collecting::grown,
                true,
                () -> end(session, "you")));
    }

    private SessionHealth health(SoakStatus status) {
        return new SessionHealth(
                status.time(),
                status.targets(),
                status.sessions(),
                status.answerBytes(),
                recordingFailures.getAsLong());
    }

    private ObservationSink all(ObservationSink sink, SeriesRanking seriesRanking) {
        ObservationSink shown = exporter == null ? seriesRanking : both(seriesRanking, exporter.state());
        return both(sink, both(shown, new DenialReporter(environment)));
    }

    /** Hands everything to the first sink, then to the second. */
    static ObservationSink both(ObservationSink first, ObservationSink second) {
        return new ObservationSink() {
            @Override
            public void observe(Observation observation) {
                first.observe(observation);
                second.observe(observation);
            }

            @Override
            public void happened(Event event) {
                first.happened(event);
                second.happened(event);
            }
        };
    }

    private static Exception unwrapped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Exception exception ? exception : failure;
    }
}
