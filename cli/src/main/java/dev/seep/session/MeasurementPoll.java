package dev.seep.session;

import dev.seep.probe.Measurement;
import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measurement in one incarnation of a target, beside its polls: at its own beats, over a shell of its own. Lives on
 * the timeline.
 */
final class MeasurementPoll implements AutoCloseable {
    /** A program that did not end in time may run on in the target: so many beats are left out before the next. */
    private static final int BEATS_AFTER_TIMEOUT = 9;

    private static final Duration REST = Duration.ofSeconds(30);

    private final SessionContext context;
    private final LiveTarget live;
    private final Measurement measurement;
    private final Measurement.Reader reader;
    private final PollSchedule beat;
    private long number;
    private boolean asking;
    private boolean closed;
    private GapReason resting = GapReason.ABSENT;
    private long restsUntil;
    private ExecResult.@Nullable Failed noShell;
    private @Nullable Instant seenAt;

    MeasurementPoll(SessionContext context, LiveTarget live, Measurement measurement, PollSchedule beat) {
        this.context = context;
        this.live = live;
        this.measurement = measurement;
        this.reader = measurement.reader();
        this.beat = beat;
        this.number = beat.firstFrom(context.timeline().nanos());
        this.restsUntil = context.timeline().nanos();
        arm();
    }

    boolean isAsking() {
        return asking;
    }

    @Override
    public void close() {
        closed = true;
        asking = false;
    }

    private void arm() {
        context.timeline().at(beat.due(number), this::beat);
    }

    private void beat() {
        if (closed || context.isOver()) {
            return;
        }
        long now = context.timeline().nanos();
        long current = number;
        number = Math.max(number + 1, beat.firstFrom(now));
        arm();
        if (current % context.pace() != 0) {
            return;
        }
        if (asking) {
            missed(GapReason.TIMEOUT, 0);
        } else if (now < restsUntil) {
            missed(resting, 0);
        } else {
            asking = true;
            context.whenAffordable(() -> ask(now));
        }
    }

    private void ask(long asked) {
        Duration timeout = measurement.schedule().timeout();
        if (noShell == null) {
            new MeasurementRequest(context, live).ask(measurement.transport(), timeout, result -> heard(result, asked));
        } else {
            ExecResult.Failed why = noShell;
            new MeasurementRequest(context, live)
                    .look(measurement.name(), timeout, seen -> heard(WithoutShell.together(why, seen), asked));
        }
    }

    private void heard(ExecResult result, long asked) {
        if (closed) {
            return;
        }
        if (noShell == null && WithoutShell.is(result)) {
            noShell = (ExecResult.Failed) result;
            ask(asked);
            return;
        }
        asking = false;
        answered(result, (context.timeline().nanos() - asked) / 1e6);
    }

    private void answered(ExecResult result, double millis) {
        if (result instanceof ExecResult.Exited exited) {
            read(new Output(exited.status(), exited.out(), exited.err()), millis);
        } else if (result instanceof ExecResult.Seen seen) {
            context.recorder().recovered(live.target(), measurement.name(), live.life());
            if (seen.time() == null || !seen.time().equals(seenAt)) {
                seenAt = seen.time();
                observe(new Reading(seen.values(), seen.gaps(), seenAt), millis);
            }
        } else if (result instanceof ExecResult.TimedOut timedOut) {
            rest(GapReason.TIMEOUT, measurement.schedule().every().multipliedBy(BEATS_AFTER_TIMEOUT));
            failed(
                    GapReason.TIMEOUT,
                    "no answer from " + live.target() + " within "
                            + timedOut.deadline().toSeconds() + " s",
                    millis);
        } else if (result instanceof ExecResult.Failed failed) {
            boolean forGood = failed.reason() == GapReason.NO_SHELL;
            if (!failed.retryAfter().isZero()) {
                context.refused();
            }
            rest(failed.reason(), forGood ? Duration.ofDays(365) : restFor(failed));
            failed(failed.reason(), failed.message(), millis);
        }
    }

    private static Duration restFor(ExecResult.Failed failed) {
        boolean refused = failed.reason() == GapReason.DENIED || failed.reason() == GapReason.TARGET_GONE;
        return !failed.retryAfter().isZero() ? failed.retryAfter() : refused ? REST : Duration.ZERO;
    }

    private void rest(GapReason reason, Duration length) {
        resting = reason;
        restsUntil = context.timeline().nanos() + length.toNanos();
    }

    private void read(Output output, double millis) {
        Result result = reader.read(output);
        Reading reading = result.reading();
        if (result.complaint().isEmpty()) {
            context.recorder().recovered(live.target(), measurement.name(), live.life());
        } else {
            GapReason reason = reading.gaps().values().stream().findFirst().orElse(GapReason.FAILED);
            complain(reason, result.complaint());
        }
        observe(reading, millis);
    }

    private void failed(GapReason reason, String message, double millis) {
        complain(reason, measurement.name() + ": " + message);
        missed(reason, millis);
    }

    private void complain(GapReason reason, String message) {
        context.recorder().failed(live.target(), measurement.name(), live.life(), reason, message);
    }

    private void missed(GapReason reason, double millis) {
        observe(new Reading(Map.of(), Map.of(measurement.name(), reason)), millis);
    }

    private void observe(Reading reading, double millis) {
        if (!reading.values().isEmpty() || !reading.gaps().isEmpty()) {
            context.recorder().observe(live.target(), live.life(), reading, millis);
        }
    }
}
