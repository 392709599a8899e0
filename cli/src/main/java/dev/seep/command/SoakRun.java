package dev.seep.command;

import dev.seep.export.Exporter;
import dev.seep.export.SessionHealth;
import dev.seep.live.SeriesRanking;
import dev.seep.live.SignalHandling;
import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.session.PollingLoad;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakSession;
import dev.seep.session.SoakStatus;
import dev.seep.session.ThreadTimeline;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One stretch of polling: from the first target to the planned end or the first Ctrl-C, and how it is followed. */
final class SoakRun {
    private final Surroundings surroundings;
    private final SoakPlan plan;
    private final TargetSource source;
    private final String lookedFor;
    private @Nullable Exporter exporter;
    private LongSupplier recordingFailures = () -> 0;
    private Supplier<List<String>> leftOut = List::of;
    private boolean patient;
    private @Nullable Captures captures;
    private volatile boolean interrupted;

    /** @param lookedFor what the source was to find, for the message that there is nothing */
    SoakRun(Surroundings surroundings, SoakPlan plan, TargetSource source, String lookedFor) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.source = source;
        this.lookedFor = lookedFor;
    }

    /** Serves what is polled meanwhile. */
    SoakRun serving(Exporter to, LongSupplier failedWrites) {
        exporter = to;
        recordingFailures = failedWrites;
        return this;
    }

    /** @param words what of the usual is not measured, and why, once the source is started */
    SoakRun leavingOut(Supplier<List<String>> words) {
        leftOut = words;
        return this;
    }

    /** Waits for targets if there are none. */
    SoakRun withoutTargets() {
        patient = true;
        return this;
    }

    /** Looks into what grows. */
    SoakRun explaining(Captures by) {
        captures = by;
        return this;
    }

    /** Polls, and hands everything to the sink; closes the source. Returns where the session stood at its end. */
    SoakStatus into(ObservationSink sink) throws Exception {
        return into(sink, stop -> {});
    }

    /** @param stoppable gets what ends the session before its time */
    SoakStatus into(ObservationSink sink, Consumer<Runnable> stoppable) throws Exception {
        SeriesRanking seriesRanking = new SeriesRanking(plan.metrics());
        CompletableFuture<Throwable> defect = new CompletableFuture<>();
        try (source;
                ThreadTimeline timeline = new ThreadTimeline(surroundings.clock(), defect::complete)) {
            SoakSession session = new SoakSession(plan, timeline, all(sink, seriesRanking));
            if (exporter != null) {
                exporter.follow(() -> pulse(session.status()));
            }
            var unused = defect.thenAccept(session::fail);
            CompletableFuture<Void> ended = session.start(source);
            announce(session, timeline);
            stoppable.accept(session::stop);
            try (Onlooker onlooker = new Onlooker(surroundings);
                    SignalHandling signalHandling = new SignalHandling(() -> interrupt(session), onlooker::exit)) {
                show(onlooker, session, seriesRanking);
                follow(ended, onlooker, seriesRanking);
            }
            return session.status();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
    }

    private void follow(CompletableFuture<Void> ended, Onlooker onlooker, SeriesRanking seriesRanking)
            throws Exception {
        if (captures == null) {
            ended.get();
            return;
        }
        captures.follow(seriesRanking);
        ended.get();
        onlooker.close();
        captures.last(seriesRanking, interrupted);
    }

    private void interrupt(SoakSession session) {
        interrupted = true;
        session.stop();
    }

    /** Says what will be polled at which cost, or that there is nothing. */
    private void announce(SoakSession session, ThreadTimeline timeline) throws Exception {
        CompletableFuture<PollingLoad> found = new CompletableFuture<>();
        timeline.execute(() -> found.complete(session.load()));
        PollingLoad load = found.get();
        if (load.isNothing() && !patient) {
            throw new CannotMeasureException("there is nothing to poll: found no " + lookedFor);
        }
        surroundings.err().println("seep: " + load.describe());
        List<String> words = leftOut.get();
        if (!words.isEmpty()) {
            surroundings.err().println("seep: left out of the default: " + String.join("; ", words));
        }
        surroundings.err().flush();
    }

    private void show(Onlooker onlooker, SoakSession session, SeriesRanking seriesRanking) {
        Duration length = Optional.ofNullable(plan.length()).orElse(Duration.ZERO);
        onlooker.show(lookedFor, length, session::status, seriesRanking, session::stop);
    }

    private SessionHealth pulse(SoakStatus status) {
        return new SessionHealth(
                status.time(),
                status.targets(),
                status.sessions(),
                status.answerBytes(),
                recordingFailures.getAsLong());
    }

    private ObservationSink all(ObservationSink sink, SeriesRanking seriesRanking) {
        ObservationSink shown = exporter == null ? seriesRanking : both(seriesRanking, exporter.state());
        return both(sink, both(shown, new Denials(surroundings.err())));
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
