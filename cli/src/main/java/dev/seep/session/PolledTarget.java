package dev.seep.session;

import dev.seep.probe.Complaint;
import dev.seep.probe.Probe;
import dev.seep.probe.Question;
import dev.seep.probe.Reading;
import dev.seep.probe.Scope;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One incarnation of a target and its polls, beat after beat. Lives on the timeline. */
final class PolledTarget implements AutoCloseable {
    /** After a refusal that will not go away by itself, the target is left alone for so long. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** A kubelet that has just started does not know its containers yet. */
    private static final Duration SHORT_REST = Duration.ofSeconds(2);

    /** A target that has not been asked anything for so long has gaps, whatever it waits for. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private final SessionContext context;
    private final LiveTarget live;
    private final TargetClient asker;
    private final @Nullable PodTarget pod;
    private final PollSchedule beat;
    private final long met;
    private long number;
    private long sequence;
    private int held;
    private boolean queued;
    private long latest;
    private boolean asking;
    private boolean everAnswered;
    private boolean closed;
    private String through = "";
    private @Nullable Instant seenAt;
    private @Nullable GapReason resting;
    private long restsUntil;

    PolledTarget(SessionContext context, LiveTarget live, @Nullable PodTarget pod, PollSchedule beat) {
        this.context = context;
        this.live = live;
        this.pod = pod;
        this.beat = beat;
        this.asker = context.asker(live);
        this.met = context.timeline().nanos();
        this.number = beat.firstFrom(context.timeline().nanos());
        arm();
    }

    LiveTarget live() {
        return live;
    }

    boolean hasShell() {
        return asker.hasShell();
    }

    /** Whether something of it is still to be recorded. */
    boolean isAsking() {
        return asking || held > 0;
    }

    @Override
    public void close() {
        closed = true;
        asking = false;
        held = 0;
        asker.close();
    }

    private void arm() {
        context.timeline().at(beat.due(number), this::beat);
    }

    private void beat() {
        if (closed || context.isOver()) {
            return;
        }
        long now = context.timeline().nanos();
        long late = now - beat.due(number);
        if (late > beat.every()) {
            context.overslept(late);
            number = beat.firstFrom(now);
            arm();
            return;
        }
        long current = number++;
        arm();
        if (current % context.pace() != 0) {
            return;
        }
        latest = current;
        if (!queued) { // or a poll that still waits for its turn does for this beat, too
            queued = true;
            context.whenAffordable(() -> poll(current));
        }
    }

    /** @param first beat that it is for; it is for all until now */
    private void poll(long first) {
        queued = false;
        if (closed || context.isOver()) {
            return;
        }
        List<Probe> due = due(first);
        if (due.isEmpty()) {
            return;
        }
        long now = context.timeline().nanos();
        if (asking) {
            if (everAnswered || now - met > TURN.toNanos()) {
                missed(due, asker.waitsFor(), 0);
            }
        } else if (resting != null && now < restsUntil) {
            missed(due, resting, 0);
        } else {
            asking = true;
            Question question =
                    new Question(++sequence, due.stream().map(Probe::name).toList());
            asker.ask(question, context.plan().deadline(), result -> answered(question, due, result, now));
        }
    }

    private List<Probe> due(long first) {
        if (live.target().kind() == Target.Kind.SCOPE) {
            return List.of();
        }
        boolean carries = pod == null || pod.carrier() == this;
        List<Probe> due = new ArrayList<>();
        for (Probe probe : context.plan().probes().probes()) {
            boolean mine = probe.scope() == Scope.CONTAINER || carries;
            if (mine && latest - latest % context.plan().stride(probe.name()) >= first) {
                due.add(probe);
            }
        }
        return due;
    }

    private void answered(Question question, List<Probe> due, ExecResult result, long asked) {
        asking = false;
        resting = null;
        double millis = (context.timeline().nanos() - Math.max(asked, asker.firstTurn())) / 1e6;
        if (result instanceof ExecResult.Answered answer) {
            read(question, due, answer.out(), millis);
        } else if (result instanceof ExecResult.Exited exited) {
            read(question, due, exited.out(), millis);
        } else if (result instanceof ExecResult.Seen seen) {
            see(seen, due, millis);
        } else if (result instanceof ExecResult.TimedOut timedOut) {
            String message = "no answer from " + live.target() + " within "
                    + context.plan().deadline().toSeconds() + " s" + firstLine(timedOut.err());
            failed(due, GapReason.TIMEOUT, message, millis);
        } else if (result instanceof ExecResult.Failed failed) {
            rest(failed);
            failed(due, failed.reason(), failed.message(), millis);
        }
    }

    private void read(Question question, List<Probe> due, String out, double millis) {
        Reading reading = context.plan().probes().read(question, out);
        GapReason nothing = reading.gaps().get(Observation.EVERYTHING);
        if (nothing != null) {
            failed(due, nothing, "the answer of " + live.target() + " is incomplete", millis);
            return;
        }
        everAnswered = true;
        context.answered(out.length(), millis);
        context.recorder().recovered(live.target(), live.life());
        through(live.shell().through());
        if (context.timeline().nanos() < asker.sureFrom()) {
            hold(
                    due,
                    new Reading(
                            reading.values(), reading.gaps(), context.timeline().now()),
                    millis);
        } else {
            record(due, reading, millis);
        }
    }

    /** Recorded when nobody has told of another life by then; else it was an answer of that one. */
    private void hold(List<Probe> due, Reading reading, double millis) {
        held++;
        context.timeline().at(asker.sureFrom(), () -> {
            held--;
            if (!closed) {
                record(due, reading, millis);
            }
        });
    }

    /** What was seen before is not seen again: one figure is one sample, however often it is asked for. */
    private void see(ExecResult.Seen seen, List<Probe> due, double millis) {
        everAnswered = true;
        if (seen.bytes() > 0) {
            context.answered(seen.bytes(), millis);
        }
        context.recorder().recovered(live.target(), live.life());
        through(seen.through());
        if (seen.time() == null || !seen.time().equals(seenAt)) {
            seenAt = seen.time();
            record(due, new Reading(seen.values(), seen.gaps(), seenAt), millis);
        }
    }

    private void through(String now) {
        if (!now.equals(through)) {
            through = now;
            context.recorder().happened(Event.Type.FALLEN_BACK, live.target(), live.life(), Map.of("through", now));
        }
    }

    private void rest(ExecResult.Failed failed) {
        boolean forGood = failed.reason() == GapReason.NO_SHELL;
        boolean forNow = failed.reason() == GapReason.DENIED || failed.reason() == GapReason.TARGET_GONE;
        Duration asked = failed.retryAfter();
        if (!asked.isZero()) {
            context.refused();
        }
        if (forGood || forNow || !asked.isZero()) {
            resting = failed.reason();
            Duration rest = !asked.isZero() ? asked : forGood ? Duration.ofDays(365) : rest(failed.reason());
            restsUntil = context.timeline().nanos() + rest.toNanos();
        }
    }

    private static Duration rest(GapReason reason) {
        return reason == GapReason.TARGET_GONE ? SHORT_REST : REST;
    }

    private void failed(List<Probe> due, GapReason reason, String message, double millis) {
        context.recorder().failed(live.target(), live.life(), reason, message);
        missed(due, reason, millis);
    }

    private void missed(List<Probe> due, GapReason reason, double millis) {
        Map<String, GapReason> gaps = new HashMap<>();
        due.forEach(probe -> gaps.put(probe.name(), reason));
        record(due, new Reading(Map.of(), gaps), millis);
    }

    /** Writes down what belongs to the container, and what belongs to its pod. */
    private void record(List<Probe> due, Reading reading, double millis) {
        if (pod == null) {
            context.recorder().observe(live.target(), live.life(), reading, millis);
            return;
        }
        observe(live.target(), live.life(), due, Scope.CONTAINER, reading, millis);
        observe(pod.target(), pod.life(), due, Scope.POD, reading, millis);
    }

    private void observe(
            Target target, Incarnation life, List<Probe> due, Scope scope, Reading reading, double millis) {
        List<String> names = due.stream()
                .filter(probe -> probe.scope() == scope)
                .map(Probe::name)
                .toList();
        if (!names.isEmpty()) {
            context.recorder().observe(target, life, reading.only(names), millis);
        }
    }

    private static String firstLine(String err) {
        String line = Complaint.line(err.strip().lines().findFirst().orElse(""));
        return line.isEmpty() ? "" : ": " + line;
    }
}
