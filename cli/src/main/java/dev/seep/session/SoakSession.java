package dev.seep.session;

import dev.seep.probe.Measurement;
import dev.seep.sample.Abnormal;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import dev.seep.sample.Word;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Polls the targets of a source at their beats until the planned end, and writes down what they answer. Public methods
 * may be called from any thread; everything else lives on the timeline.
 */
public final class SoakSession implements TargetListener, Soak {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PACE_LOOK = Duration.ofSeconds(10);

    private final SoakPlan plan;
    private final Timeline timeline;
    private final Recorder recorder;
    private final Starts starts;
    private final Starts besideStarts;
    private final KeptSessions kept;
    private final TokenBucket polls;
    private final Pace pace;
    private final Abnormals abnormals;
    private final long origin;
    private final Map<String, PolledTarget> targets = new LinkedHashMap<>();
    private final Map<String, List<SidePoll>> beside = new LinkedHashMap<>();
    private final Map<String, PodShare> pods = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int appeared;
    private boolean over;
    private long nextPaceLook;
    private long awakeAt;
    private volatile SoakStatus status;

    public SoakSession(SoakPlan plan, Timeline timeline, ObservationSink sink) {
        this.plan = plan;
        this.timeline = timeline;
        this.recorder = new Recorder(timeline, sink);
        this.starts = new Starts(plan.budget());
        this.besideStarts = new Starts(plan.budget());
        this.kept = new KeptSessions(plan.budget().keptSessions());
        this.polls =
                new TokenBucket(plan.budget().pollsPerSecond(), plan.budget().burst());
        this.pace = new Pace(plan.deadline());
        this.abnormals = new Abnormals(recorder);
        this.origin = timeline.nanos();
        this.nextPaceLook = origin + PACE_LOOK.toNanos();
        this.awakeAt = origin;
        this.status = look();
    }

    /**
     * Starts polling what the source finds.
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

    /** Ends the session because it cannot go on. */
    public void fail(Throwable failure) {
        timeline.execute(() -> {
            over = true;
            closeAll();
            ended.completeExceptionally(failure);
        });
    }

    /** Where the session stood a moment ago. */
    public SoakStatus status() {
        return status;
    }

    @Override
    public void appeared(LiveTarget target) {
        timeline.execute(() -> welcome(target));
    }

    @Override
    public void ended(Target target, Map<String, String> detail) {
        timeline.execute(() -> {
            PolledTarget polled = targets.get(target.path());
            if (polled != null && !over) {
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
    public void abnormal(Abnormal what) {
        timeline.execute(() -> {
            if (!over) {
                abnormals.happened(what, timeline.nanos());
            }
        });
    }

    @Override
    public void blind(String about, GapReason reason, String message) {
        timeline.execute(() -> {
            if (!over) {
                recorder.blind(about, reason, message);
            }
        });
    }

    /** What polling the targets of now asks of the cluster; to be called on the timeline. */
    public Load load() {
        double perSecond = 0;
        int polled = 0;
        int counts = 0;
        Set<String> nodes = new HashSet<>();
        for (PolledTarget target : targets.values()) {
            double asked = polls(target.live().target());
            if (target.live().target().kind() == Target.Kind.SCOPE) {
                counts++;
            } else if (asked > 0) {
                polled++;
                perSecond += asked;
                nodes.add(target.live().node());
            }
        }
        return new Load(polled, counts, nodes.size(), plan.every(), perSecond, plan.keepsSessions(), !groups.isEmpty());
    }

    /** How often a second this target is asked something. */
    private double polls(Target target) {
        double probes =
                plan.probes().probes().isEmpty() ? 0 : 1e3 / plan.every().toMillis();
        return probes
                + plan.beside().stream()
                        .filter(measurement -> measurement.isFor(target))
                        .mapToDouble(
                                measurement -> 1e3 / measurement.terms().every().toMillis())
                        .sum();
    }

    private void welcome(LiveTarget live) {
        if (over) {
            return;
        }
        PolledTarget before = targets.get(live.target().path());
        if (before != null && before.live().life().id().equals(live.life().id())) {
            return;
        }
        if (before != null) {
            before.close();
            closeBeside(live.target());
        }
        Event.Type type = before == null ? Event.Type.APPEARED : Event.Type.RESTARTED;
        recorder.happened(type, live.target(), live.life(), describe(live));
        PodShare pod = share(live.target());
        Beat beat = Beat.of(origin, plan.every().toNanos(), index(live.together()));
        PolledTarget polled = new PolledTarget(this, live, pod, beat);
        targets.put(live.target().path(), polled);
        beside.put(live.target().path(), sidePolls(live, beat));
        if (pod != null) {
            pod.put(String.valueOf(live.target().container()), polled);
            podChanged(pod, type, live);
        }
    }

    private int index(@Nullable String together) {
        return together == null ? appeared++ : groups.computeIfAbsent(together, first -> appeared++);
    }

    /** Between two polls of the target, and away from each other: each would see the processes of the other. */
    private List<SidePoll> sidePolls(LiveTarget live, Beat polls) {
        List<Measurement> mine = plan.beside().stream()
                .filter(measurement -> measurement.isFor(live.target()))
                .toList();
        List<SidePoll> sidePolls = new ArrayList<>();
        for (Measurement measurement : mine) {
            double share = (sidePolls.size() + 1.0) / (mine.size() + 1);
            Beat beat = polls.between(share, measurement.terms().every().toNanos(), timeline.nanos());
            sidePolls.add(new SidePoll(this, live, measurement, beat));
        }
        return sidePolls;
    }

    private void closeBeside(Target target) {
        List<SidePoll> polls = beside.remove(target.path());
        if (polls != null) {
            polls.forEach(SidePoll::close);
        }
    }

    private @Nullable PodShare share(Target target) {
        return target.kind() == Target.Kind.CONTAINER
                ? pods.computeIfAbsent(target.pod().path(), path -> new PodShare(target.pod()))
                : null;
    }

    private void podChanged(PodShare pod, Event.Type type, LiveTarget cause) {
        Map<String, String> detail = new LinkedHashMap<>(describe(cause));
        detail.put("kind", "pod");
        recorder.happened(type, pod.target(), pod.life(), detail);
    }

    private void dismiss(Target target, Map<String, String> detail) {
        PolledTarget gone = targets.remove(target.path());
        if (gone == null || over) {
            return;
        }
        gone.close();
        closeBeside(target);
        recorder.gone(target);
        Incarnation life = gone.live().life();
        recorder.happened(Event.Type.VANISHED, target, life, detail);
        PodShare pod = pods.get(target.pod().path());
        if (pod != null && target.container() != null) {
            pod.remove(target.container());
            if (pod.isEmpty()) {
                pods.remove(target.pod().path());
                recorder.happened(Event.Type.VANISHED, pod.target(), life, detail);
            }
        }
        if (plan.endsWithTargets() && targets.isEmpty()) {
            finish();
        }
    }

    private static Map<String, String> describe(LiveTarget live) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("kind", Word.of(live.target().kind()));
        detail.put("workload", live.target().workload());
        detail.put("node", live.node());
        detail.put("started", live.life().start().toString());
        String previousEnd = live.life().previousEnd();
        if (previousEnd != null) {
            detail.put("reason", previousEnd);
        }
        return detail;
    }

    private void tick() {
        if (ended.isDone()) {
            return;
        }
        long now = timeline.nanos();
        if (now >= nextPaceLook) {
            nextPaceLook = now + PACE_LOOK.toNanos();
            pace.look()
                    .ifPresent(why -> recorder.happened(
                            Event.Type.PACED,
                            null,
                            null,
                            Map.of(
                                    "every",
                                    plan.every().multipliedBy(pace.level()).toString(),
                                    "reason",
                                    why)));
        }
        abnormals.look(now);
        status = look();
        timeline.at(now + TICK.toNanos(), this::tick);
    }

    private SoakStatus look() {
        Duration elapsed = Duration.ofNanos(timeline.nanos() - origin);
        Optional<Duration> left = Optional.ofNullable(plan.length())
                .map(length -> length.minus(elapsed))
                .map(rest -> rest.isNegative() ? Duration.ZERO : rest);
        return recorder.status(elapsed, left, targets.size(), kept.open(), timeline.now());
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
        boolean asking = targets.values().stream().anyMatch(PolledTarget::isAsking)
                || beside.values().stream().flatMap(List::stream).anyMatch(SidePoll::isAsking);
        long now = timeline.nanos();
        if (asking && now < until) {
            timeline.at(Math.min(until, now + TICK.toNanos() / 5), () -> awaitAnswers(until));
            return;
        }
        closeAll();
        status = look();
        ended.complete(null);
    }

    private void closeAll() {
        targets.values().forEach(PolledTarget::close);
        beside.values().forEach(polls -> polls.forEach(SidePoll::close));
    }

    @Override
    public SoakPlan plan() {
        return plan;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public Asker asker(LiveTarget target) {
        return new Asker(target, plan.probes(), timeline, starts, kept, plan.keepsSessions());
    }

    @Override
    public Starts besideStarts() {
        return besideStarts;
    }

    @Override
    public int pace() {
        return pace.level();
    }

    @Override
    public void whenAffordable(Runnable poll) {
        long now = timeline.nanos();
        long affordable = polls.take(now);
        if (affordable <= now) {
            poll.run();
        } else {
            timeline.at(affordable, poll);
        }
    }

    @Override
    public void answered(int bytes, double millis) {
        recorder.answered(bytes, millis);
        pace.answered(millis);
    }

    @Override
    public void refused() {
        pace.refused();
    }

    @Override
    public void overslept(long nanos) {
        long now = timeline.nanos();
        if (now - awakeAt > nanos / 2) {
            recorder.happened(
                    Event.Type.RESUMED,
                    null,
                    null,
                    Map.of(
                            "reason",
                            "nothing was polled for " + Duration.ofNanos(nanos).toSeconds() + " s"));
        }
        awakeAt = now;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
