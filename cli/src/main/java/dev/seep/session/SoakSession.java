package dev.seep.session;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Session that polls the targets of a source by their schedules until the planned end, and records the answers. Public
 * methods may be called from any thread; everything else lives on the timeline.
 */
public final class SoakSession implements TargetListener {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PACE_LOOK = Duration.ofSeconds(10);

    private final SoakPlan plan;
    private final Timeline timeline;
    private final SessionContext context;
    private final Recorder recorder;
    private final AbnormalEventThrottle abnormals;
    private final long origin;
    private final Map<String, PolledTarget> targets = new LinkedHashMap<>();
    private final Map<String, PodTarget> pods = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int appeared;
    private boolean over;
    private long nextPaceLook;
    private volatile SoakStatus status;

    public SoakSession(SoakPlan plan, Timeline timeline, ObservationSink sink) {
        this.plan = plan;
        this.timeline = timeline;
        this.context = SessionContext.of(plan, timeline, sink, () -> over);
        this.recorder = context.recorder();
        this.abnormals = new AbnormalEventThrottle(recorder);
        this.origin = timeline.nanos();
        this.nextPaceLook = origin + PACE_LOOK.toNanos();
        this.status = snapshot();
    }

    /**
     * Starts polling the source's targets.
     *
     * @return completes when the session is over and all its shells are closed; fails if it cannot go on
     */
    public CompletableFuture<Void> start(TargetSource source) throws SourceException {
        source.start(this);
        timeline.execute(this::tick);
        if (plan.length() != null) {
            timeline.at(origin + plan.length().toNanos(), this::finish);
        }
        return ended;
    }

    /** Ends polling early; polls in flight may still bring their answer. */
    public void stop() {
        timeline.execute(this::finish);
    }

    /**
     * The same, and records it.
     *
     * @param why detail of the event
     */
    public void stop(Map<String, String> why) {
        unlessOver(() -> {
            recorder.happened(Event.Type.PAUSED, null, null, why);
            finish();
        });
    }

    /** Ends the session because it cannot go on. */
    public void fail(Throwable failure) {
        timeline.execute(() -> {
            over = true;
            closeAll();
            ended.completeExceptionally(failure);
        });
    }

    /** Status of a moment ago. */
    public SoakStatus status() {
        return status;
    }

    /** Load of polling the present targets; to be called on the timeline. */
    public PollingLoad load() {
        List<LiveTarget> live =
                targets.values().stream().map(PolledTarget::live).toList();
        return PollingLoad.of(plan, live, !groups.isEmpty());
    }

    @Override
    public void appeared(LiveTarget target) {
        unlessOver(() -> welcome(target));
    }

    @Override
    public void ended(Target target, Map<String, String> detail) {
        unlessOver(() -> {
            PolledTarget polled = targets.get(target.path());
            if (polled != null) {
                recorder.happened(Event.Type.ENDED, target, polled.live().life(), detail);
            }
        });
    }

    @Override
    public void vanished(Target target, Map<String, String> detail) {
        timeline.execute(() -> dismiss(target, detail));
    }

    @Override
    public void troubled(String message) {
        timeline.execute(() -> recorder.sourceTrouble(message.isEmpty() ? null : message));
    }

    @Override
    public void abnormal(Abnormality what) {
        unlessOver(() -> abnormals.happened(what, timeline.nanos()));
    }

    @Override
    public void blind(String about, GapReason reason, String message) {
        unlessOver(() -> recorder.blind(about, reason, message));
    }

    private void unlessOver(Runnable task) {
        timeline.execute(() -> {
            if (!over) {
                task.run();
            }
        });
    }

    private void welcome(LiveTarget live) {
        String path = live.target().path();
        PolledTarget before = targets.get(path);
        if (before != null && before.live().life().id().equals(live.life().id())) {
            return;
        }
        if (before != null) {
            before.close();
        }
        Event.Type type = before == null ? Event.Type.APPEARED : Event.Type.RESTARTED;
        recorder.met(type, live);
        PodTarget pod = pod(live.target());
        PollSchedule schedule = PollSchedule.of(origin, plan.every().toNanos(), index(live.together()));
        PolledTarget polled = PolledTarget.start(context, live, pod, schedule);
        targets.put(path, polled);
        if (pod != null) {
            pod.put(String.valueOf(live.target().container()), polled.probes());
            recorder.met(type, pod, live);
        }
    }

    private int index(@Nullable String together) {
        return together == null ? appeared++ : groups.computeIfAbsent(together, first -> appeared++);
    }

    private @Nullable PodTarget pod(Target target) {
        return target.kind() == Target.Kind.CONTAINER
                ? pods.computeIfAbsent(target.pod().path(), path -> new PodTarget(target.pod()))
                : null;
    }

    private void dismiss(Target target, Map<String, String> detail) {
        PolledTarget gone = targets.remove(target.path());
        if (gone == null || over) {
            return;
        }
        gone.close();
        Incarnation life = gone.live().life();
        recorder.vanished(target, life, detail);
        PodTarget pod = pods.get(target.pod().path());
        if (pod != null && target.container() != null) {
            pod.remove(target.container());
            if (pod.isEmpty()) {
                pods.remove(target.pod().path());
                recorder.vanished(pod.target(), life, detail);
            }
        }
        if (plan.endsWithTargets() && targets.isEmpty()) {
            finish();
        }
    }

    private void tick() {
        if (ended.isDone()) {
            return;
        }
        long now = timeline.nanos();
        if (now >= nextPaceLook) {
            nextPaceLook = now + PACE_LOOK.toNanos();
            AdaptivePace pace = context.pace();
            pace.adjust().ifPresent(why -> recorder.paced(plan.every().multipliedBy(pace.level()), why));
        }
        abnormals.flush(now);
        status = snapshot();
        timeline.at(now + TICK.toNanos(), this::tick);
    }

    private SoakStatus snapshot() {
        Duration elapsed = Duration.ofNanos(timeline.nanos() - origin);
        Optional<Duration> left = Optional.ofNullable(plan.length())
                .map(length -> length.minus(elapsed))
                .map(rest -> rest.isNegative() ? Duration.ZERO : rest);
        return recorder.status(elapsed, left, targets.size(), context.kept().open(), timeline.now());
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        abnormals.end();
        awaitAnswers(timeline.nanos() + plan.deadline().toNanos());
    }

    /** Polls in flight are heard to their end, so that their samples are not lost. */
    private void awaitAnswers(long until) {
        boolean asking = targets.values().stream().anyMatch(PolledTarget::isAsking);
        long now = timeline.nanos();
        if (asking && now < until) {
            timeline.at(Math.min(until, now + TICK.toNanos() / 5), () -> awaitAnswers(until));
            return;
        }
        closeAll();
        status = snapshot();
        ended.complete(null);
    }

    private void closeAll() {
        targets.values().forEach(PolledTarget::close);
    }
}
