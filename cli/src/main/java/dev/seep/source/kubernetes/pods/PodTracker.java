package dev.seep.source.kubernetes.pods;

import dev.seep.source.TargetListener;
import dev.seep.source.kubernetes.exec.ExecEngine;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tracker of the pods of now, which tells the listener the differences, one at a time. */
public final class PodTracker {
    private final ExecEngine engine;
    private final ShellDecorator decorator;
    private final TargetListener listener;
    private final Predicate<PodRecord> selected;
    private final Map<String, TrackedPod> pods = new HashMap<>();
    private final PodHealth health;
    private final Map<PodScope, String> troubles = new LinkedHashMap<>();

    public PodTracker(
            ExecEngine engine, ShellDecorator decorator, TargetListener listener, Predicate<PodRecord> selected) {
        this.engine = engine;
        this.decorator = decorator;
        this.listener = listener;
        this.selected = selected;
        this.health = new PodHealth(listener);
    }

    synchronized void seen(PodRecord pod) {
        TrackedPod known = pods.get(pod.path());
        if (known != null && !known.pod().uid().equals(pod.uid())) {
            forget(known, "replaced", "");
            known = null;
        }
        if (known != null || selected.test(pod)) {
            health.seen(pod);
        }
        if (pod.finished() != null) {
            if (known != null) {
                known.ended(pod);
            }
            forget(known, pod.finished(), pod.message());
        } else if (known != null) {
            known.update(pod);
        } else if (selected.test(pod)) {
            TrackedPod tracked = new TrackedPod(engine, decorator, listener, pod);
            pods.put(pod.path(), tracked);
            tracked.update(pod);
        }
    }

    synchronized void deleted(PodRecord pod) {
        health.gone(pod.uid());
        TrackedPod known = pods.get(pod.path());
        if (known != null && known.pod().uid().equals(pod.uid())) {
            forget(known, pod.finished() == null ? "deleted" : pod.finished(), pod.message());
        }
    }

    /** Forgets the pods of a scope that are not among these. */
    synchronized void retain(PodScope scope, Set<String> uids) {
        health.retain(scope::covers, uids);
        List.copyOf(pods.values()).stream()
                .filter(tracked -> scope.covers(tracked.pod())
                        && !uids.contains(tracked.pod().uid()))
                .forEach(tracked -> forget(tracked, "deleted", ""));
    }

    /**
     * All pods that were there at first have been seen: faults from now on are new.
     *
     * @param goesOn whether an earlier stretch of the run has told which pods are stuck
     * @param eventsOf whether the events of a namespace are told as well
     */
    public synchronized void begun(boolean goesOn, Predicate<String> eventsOf) {
        health.begun(goesOn, eventsOf);
    }

    /** Finds pods that do not get on; to be called now and then, with a clock that only goes forward. */
    public synchronized void checkStuck(long nanos, Instant now) {
        health.checkStuck(nanos, now);
    }

    /** Whether a pod that is followed runs on this node. */
    public synchronized boolean uses(String node) {
        return pods.values().stream().anyMatch(tracked -> tracked.pod().node().equals(node));
    }

    /** A probe of this container failed for which it may be started again, at this time by the clock of its node. */
    public synchronized void probeFailed(String namespace, String pod, String container, Instant time) {
        TrackedPod tracked = pods.get(PodRecord.path(namespace, pod));
        if (tracked != null) {
            tracked.probeFailed(container, time);
        }
    }

    /** @param message empty when it is over */
    synchronized void troubled(PodScope scope, String message) {
        if (message.isEmpty()) {
            troubles.remove(scope);
        } else {
            troubles.put(scope, message);
        }
        listener.troubled(String.join("; ", troubles.values()));
    }

    private void forget(@Nullable TrackedPod tracked, String reason, String message) {
        if (tracked != null) {
            pods.remove(tracked.pod().path());
            tracked.end(message.isEmpty() ? Map.of("reason", reason) : Map.of("reason", reason, "message", message));
        }
    }
}
