package dev.seep.session;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.PollRequest;
import dev.seep.probe.Probe;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.probe.ResourceScope;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Poll of the probes of one incarnation of a target, all answered by one script. */
final class ProbePoll extends Poll {
    /** A target that has not been asked anything for so long has gaps, whatever it waits for. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private final @Nullable PodTarget pod;
    private final TargetClient client;
    private final long met;
    private long sequence;
    private int held;
    private boolean everAnswered;
    private String through = "";

    /** @param pod owner of readings shared by its containers, null where there is none */
    ProbePoll(SessionContext context, LiveTarget live, @Nullable PodTarget pod, PollSchedule schedule) {
        super(context, live, schedule, "", context.plan().deadline(), Duration.ZERO);
        this.pod = pod;
        this.client = new TargetClient(this);
        this.met = context.timeline().nanos();
    }

    @Override
    void overslept(long late) {
        context.recorder().overslept(late);
    }

    @Override
    boolean isAsking() {
        return super.isAsking() || held > 0;
    }

    @Override
    public void close() {
        super.close();
        held = 0;
        client.close();
    }

    @Override
    List<String> due(long first, long latest) {
        if (live.target().kind() == Target.Kind.SCOPE) {
            return List.of();
        }
        boolean carries = pod == null || pod.carrier() == this;
        List<String> due = new ArrayList<>();
        for (Probe probe : context.plan().probes().probes()) {
            boolean mine = probe.scope() == ResourceScope.CONTAINER || carries;
            if (mine && latest - latest % context.plan().stride(probe.name()) >= first) {
                due.add(probe.name());
            }
        }
        return due;
    }

    @Override
    List<String> visible(List<String> due) {
        return ProbeSet.visible(due);
    }

    @Override
    void ask(List<String> due, Consumer<ExecResult> answer) {
        client.ask(new PollRequest(++sequence, due), answer);
    }

    @Override
    Optional<GapReason> waitsFor() {
        boolean isDue = everAnswered || context.timeline().nanos() - met > TURN.toNanos();
        return isDue ? Optional.of(client.waitsFor()) : Optional.empty();
    }

    @Override
    Duration read(List<String> due, Output output, double millis) {
        Reading reading = context.plan().probes().read(new PollRequest(sequence, due), output.out());
        GapReason nothing = reading.gaps().get(Observation.EVERYTHING);
        if (nothing != null) {
            return failed(due, nothing, "the answer of " + live.target() + " is incomplete", Duration.ZERO, millis);
        }
        everAnswered = true;
        context.answered(output.out().length(), millis);
        recovered();
        through(live.shell().through());
        if (context.timeline().nanos() < client.sureFrom()) {
            hold(due, reading.at(context.timeline().now()), millis);
        } else {
            record(due, reading, millis);
        }
        return Duration.ZERO;
    }

    /** Recorded when nobody has told of another life by then; else it was an answer of that one. */
    private void hold(List<String> due, Reading reading, double millis) {
        held++;
        context.timeline().at(client.sureFrom(), () -> {
            if (!isClosed()) {
                held--;
                record(due, reading, millis);
            }
        });
    }

    @Override
    void seen(Seen seen, double millis) {
        everAnswered = true;
        if (seen.bytes() > 0) {
            context.answered(seen.bytes(), millis);
        }
        through(seen.through());
    }

    private void through(String now) {
        if (!now.equals(through)) {
            through = now;
            context.recorder().happened(Event.Type.FALLEN_BACK, live.target(), live.life(), Map.of("through", now));
        }
    }

    /** Records the readings of the container and those of its pod. */
    @Override
    void record(List<String> due, Reading reading, double millis) {
        if (pod == null) {
            context.recorder().observe(live.target(), live.life(), reading, millis);
            return;
        }
        observe(live.target(), live.life(), due, ResourceScope.CONTAINER, reading, millis);
        observe(pod.target(), pod.life(), due, ResourceScope.POD, reading, millis);
    }

    private void observe(
            Target target,
            Incarnation life,
            List<String> due,
            ResourceScope resourceScope,
            Reading reading,
            double millis) {
        List<String> names = context.plan().probes().probes().stream()
                .filter(probe -> probe.scope() == resourceScope && due.contains(probe.name()))
                .map(Probe::name)
                .toList();
        if (!names.isEmpty()) {
            context.recorder().observe(target, life, reading.only(names), millis);
        }
    }
}
