package dev.seep.session;

import static java.util.stream.Collectors.toMap;

import dev.seep.probe.ErrorOutput;
import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Poll of one incarnation of a target, repeated by a schedule. Lives on the timeline.
 *
 * <pre>
 *              due, as soon as it can be afforded
 *   IDLE ------------------------------------------------> ASKING
 *    ^  ^                                                   |  |
 *    |  +---------------------------------------------------+  |   an answer, or a failure that may pass
 *    |                                                         |
 *    +------ the rest is over ------ RESTING <-----------------+   denied, gone, no shell, too many requests;
 *                                                                  of a measurement also no answer in time
 * </pre>
 *
 * A due time in ASKING or RESTING leaves a gap. A poll that is not affordable yet is one with those due while it waits.
 * From any state {@link #close()} leads to CLOSED, where late answers are dropped.
 *
 * <p>Once it is known that nothing can be run in the target, the source is asked for readings of its own instead.
 */
abstract class Poll implements AutoCloseable {
    private enum State {
        IDLE,
        ASKING,
        RESTING,
        CLOSED
    }

    /** After a refusal that will not go away by itself, the target is left alone for so long. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** A kubelet that has just started does not know its containers yet. */
    private static final Duration SHORT_REST = Duration.ofSeconds(2);

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    final SessionContext context;
    final LiveTarget live;
    private final PollSchedule schedule;
    private final String about;
    private final Duration patience;
    private final Duration restAfterTimeout;
    private State state = State.IDLE;
    private long number;
    private long latest;
    private boolean queued;
    private long asked;
    private GapReason resting = GapReason.ABSENT;
    private long restsUntil;
    private @Nullable Failed noShell;
    private @Nullable Instant seenAt;

    /**
     * @param about name of the measurement, empty for the probes
     * @param patience for an answer
     * @param restAfterTimeout pause after a question without an answer
     */
    Poll(
            SessionContext context,
            LiveTarget live,
            PollSchedule schedule,
            String about,
            Duration patience,
            Duration restAfterTimeout) {
        this.context = context;
        this.live = live;
        this.schedule = schedule;
        this.about = about;
        this.patience = patience;
        this.restAfterTimeout = restAfterTimeout;
        this.number = schedule.firstFrom(context.timeline().nanos());
        arm();
    }

    /** Names of all to be asked at the due times of these numbers. */
    abstract List<String> due(long first, long latest);

    /** Those of them that the source may see by itself. */
    List<String> visible(List<String> due) {
        return due;
    }

    /** @param answer told on the timeline */
    abstract void ask(List<String> due, Consumer<ExecResult> answer);

    /** Why the open question has no answer yet; nothing where that is to be expected. */
    Optional<GapReason> waitsFor() {
        return Optional.of(GapReason.TIMEOUT);
    }

    /** @return pause before the next question */
    abstract Duration read(List<String> due, Output output, double millis);

    /** Called for all that the source has seen by itself, before it is recorded. */
    void seen(Seen seen, double millis) {}

    abstract void record(List<String> due, Reading reading, double millis);

    /** The time for an answer begins now. */
    final void begins() {
        asked = context.timeline().nanos();
    }

    /** The time that is left for an answer, never negative. */
    final Duration left() {
        return Duration.ofNanos(
                Math.max(0, asked + patience.toNanos() - context.timeline().nanos()));
    }

    /** Whether something of it is still to be recorded. */
    boolean isAsking() {
        return state == State.ASKING;
    }

    /** Whether anything can be run in the target, as far as is known. */
    final boolean hasShell() {
        return noShell == null;
    }

    final boolean isClosed() {
        return state == State.CLOSED;
    }

    @Override
    public void close() {
        state = State.CLOSED;
    }

    /**
     * Polls were missed because nothing ran.
     *
     * @param late nanoseconds since the poll that was due
     */
    void overslept(long late) {}

    private void arm() {
        context.timeline().at(schedule.due(number), this::onDue);
    }

    private void onDue() {
        if (isClosed() || context.isOver()) {
            return;
        }
        long now = context.timeline().nanos();
        long late = now - schedule.due(number);
        if (late > schedule.every()) {
            overslept(late);
            number = schedule.firstFrom(now);
            arm();
            return;
        }
        long current = number++;
        arm();
        if (current % context.pace().level() != 0) {
            return;
        }
        latest = current;
        if (!queued) { // else the poll that waits does for this one, too
            queued = true;
            context.whenAffordable(() -> poll(current));
        }
    }

    private void poll(long first) {
        queued = false;
        List<String> due = isClosed() || context.isOver() ? List.of() : due(first, latest);
        if (due.isEmpty()) {
            return;
        }
        if (state == State.ASKING) {
            waitsFor().ifPresent(reason -> missed(due, reason, 0));
        } else if (state == State.RESTING && context.timeline().nanos() < restsUntil) {
            missed(due, resting, 0);
        } else {
            state = State.ASKING;
            begins();
            ask(due);
        }
    }

    private void ask(List<String> due) {
        if (noShell == null) {
            ask(due, result -> heard(due, result));
        } else {
            observe(due, noShell);
        }
    }

    private void heard(List<String> due, ExecResult result) {
        if (!isClosed() && result.failedFor(GapReason.NO_SHELL)) {
            noShell = (Failed) result;
            ask(due);
        } else {
            answered(due, result);
        }
    }

    private void observe(List<String> due, Failed why) {
        List<String> visible = visible(due);
        if (visible.isEmpty()) {
            answered(due, why);
            return;
        }
        context.then(
                live,
                live.shell().observe(visible, left()),
                result -> answered(due, result.failedFor(GapReason.NO_SHELL) ? both(why, (Failed) result) : result));
    }

    private static Failed both(Failed noShell, Failed unseen) {
        return unseen.message().isEmpty()
                ? noShell
                : new Failed(GapReason.NO_SHELL, noShell.message() + "; " + unseen.message());
    }

    private void answered(List<String> due, ExecResult result) {
        if (isClosed()) {
            return;
        }
        double millis = (context.timeline().nanos() - asked) / 1e6;
        Duration rest = result.fold(new Cases<>(
                exited -> read(due, new Output(exited.status(), exited.out(), exited.err()), millis),
                answer -> read(due, new Output(0, answer.out(), ""), millis),
                seen -> see(due, seen, millis),
                timedOut -> failed(due, GapReason.TIMEOUT, words(timedOut), restAfterTimeout, millis),
                failed -> failed(due, failed.reason(), failed.message(), restAfter(failed), millis)));
        state = rest.isZero() ? State.IDLE : State.RESTING;
        restsUntil = context.timeline().nanos() + rest.toNanos();
    }

    /** A reading seen before is not recorded again: one figure is one sample, however often it is asked for. */
    private Duration see(List<String> due, Seen seen, double millis) {
        recovered();
        seen(seen, millis);
        if (seen.time() == null || !seen.time().equals(seenAt)) {
            seenAt = seen.time();
            Map<String, GapReason> gaps = new HashMap<>(seen.gaps());
            List<String> visible = visible(due);
            due.stream().filter(name -> !visible.contains(name)).forEach(name -> gaps.put(name, GapReason.NO_SHELL));
            record(due, new Reading(seen.values(), gaps, seenAt), millis);
        }
        return Duration.ZERO;
    }

    private String words(TimedOut timedOut) {
        String said =
                ErrorOutput.line(timedOut.err().strip().lines().findFirst().orElse(""));
        return "no answer from " + live.target() + " within " + patience.toSeconds() + " s"
                + (said.isEmpty() ? "" : ": " + said);
    }

    private Duration restAfter(Failed failed) {
        if (!failed.retryAfter().isZero()) {
            context.pace().refused();
            return failed.retryAfter();
        }
        return switch (failed.reason()) {
            case NO_SHELL -> FOR_GOOD;
            case DENIED -> REST;
            case TARGET_GONE -> SHORT_REST;
            default -> Duration.ZERO;
        };
    }

    /** Leaves gaps, says why if that is new, and returns the rest. */
    final Duration failed(List<String> due, GapReason reason, String message, Duration rest, double millis) {
        resting = reason;
        complain(reason, about.isEmpty() ? message : about + ": " + message);
        missed(due, reason, millis);
        return rest;
    }

    private void missed(List<String> due, GapReason reason, double millis) {
        record(due, new Reading(Map.of(), due.stream().collect(toMap(name -> name, name -> reason))), millis);
    }

    final void complain(GapReason reason, String message) {
        context.recorder().failed(live.target(), about, live.life(), reason, message);
    }

    final void recovered() {
        context.recorder().recovered(live.target(), about, live.life());
    }
}
