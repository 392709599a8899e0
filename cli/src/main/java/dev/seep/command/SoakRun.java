package dev.seep.command;

import dev.seep.live.Interrupts;
import dev.seep.live.Progress;
import dev.seep.live.Watchlist;
import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.session.Load;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakSession;
import dev.seep.session.SoakStatus;
import dev.seep.session.ThreadTimeline;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** One stretch of polling: from the first target to the planned end or the first Ctrl-C, with progress on stderr. */
final class SoakRun {
    private final Surroundings surroundings;
    private final SoakPlan plan;
    private final TargetSource source;
    private final String lookedFor;

    /** @param lookedFor what the source was to find, for the message that there is nothing */
    SoakRun(Surroundings surroundings, SoakPlan plan, TargetSource source, String lookedFor) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.source = source;
        this.lookedFor = lookedFor;
    }

    /** Polls, and hands everything to the sink; closes the source. Returns where the session stood at its end. */
    SoakStatus into(ObservationSink sink) throws Exception {
        Watchlist watchlist = new Watchlist(plan.metrics());
        CompletableFuture<Throwable> defect = new CompletableFuture<>();
        try (source;
                ThreadTimeline timeline = new ThreadTimeline(surroundings.clock(), defect::complete)) {
            SoakSession session = new SoakSession(plan, timeline, both(sink, watchlist));
            var unused = defect.thenAccept(session::fail);
            CompletableFuture<Void> ended = session.start(source);
            announce(session, timeline);
            try (Interrupts interrupts = new Interrupts(session::stop, surroundings.exit());
                    Progress progress = progress(session, watchlist)) {
                ended.get();
            }
            return session.status();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
    }

    /** Says what will be polled at which cost, or that there is nothing. */
    private void announce(SoakSession session, ThreadTimeline timeline) throws Exception {
        CompletableFuture<Load> found = new CompletableFuture<>();
        timeline.execute(() -> found.complete(session.load()));
        Load load = found.get();
        if (load.isNothing()) {
            throw new CannotMeasureException("there is nothing to poll: found no " + lookedFor);
        }
        surroundings.err().println("seep: " + load.describe());
        surroundings.err().flush();
    }

    private Progress progress(SoakSession session, Watchlist watchlist) {
        return new Progress(
                surroundings.err(),
                surroundings.isLively(),
                surroundings.screen().columns(),
                Optional.ofNullable(plan.length()).orElse(Duration.ZERO),
                session::status,
                watchlist);
    }

    private static ObservationSink both(ObservationSink first, ObservationSink second) {
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
