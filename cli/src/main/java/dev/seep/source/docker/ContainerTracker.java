package dev.seep.source.docker;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.ShortHash;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tracker of the containers of now, which tells the listener the differences, one at a time. */
final class ContainerTracker {
    private static final String NODE = "local";
    /** By a signal that nothing survives: of the engine, of somebody, or of the kernel. */
    private static final String KILLED = "exit 137";

    private final DockerExecs execs;
    private final TargetListener listener;
    private final Map<String, Known> containers = new HashMap<>();
    private final Map<String, End> ends = new HashMap<>();
    private final long stopNanos;
    /** Time in ns of the stop request to a container that has not ended since, by ID. */
    private final Map<String, Long> stops = new HashMap<>();

    private record Known(Target target, String life, DockerShell shell, boolean hostNetwork) {}

    /**
     * End of a container's last life.
     *
     * @param stopped whether somebody wanted that
     * @param again whether the engine would start it again
     */
    private record End(String reason, boolean stopped, boolean again) {
        String words() {
            return stopped && !reason.equals(Incarnation.OUT_OF_MEMORY) ? "stopped with " + reason : reason;
        }
    }

    /** @param stop time after a stop within which the end of a container is due to it */
    ContainerTracker(DockerExecs execs, TargetListener listener, Duration stop) {
        this.execs = execs;
        this.listener = listener;
        this.stopNanos = stop.toNanos();
    }

    /** It runs: for the first time, still, or again. */
    synchronized void runs(ContainerState state) {
        Container container = state.container();
        String life = ShortHash.of(container.id() + " " + state.started());
        Known known = containers.get(container.id());
        if (known != null && known.life().equals(life)) {
            // An earlier life ended; its event came late.
            known.shell().running(true);
            takeEnd(container.id());
            return;
        }
        if (known != null) {
            known.shell().running(false);
        }
        Target target = Target.container(container.project(), container.name(), container.role(), container.workload());
        succeed(target, container.id());
        ExecTarget exec = new ExecTarget(container.project(), container.name(), container.role());
        DockerShell shell = new DockerShell(execs, exec, container.id());
        containers.put(container.id(), new Known(target, life, shell, state.hostNetwork()));
        End end = takeEnd(container.id());
        Incarnation incarnation = new Incarnation(life, state.start(), end == null ? null : end.words());
        listener.appeared(new LiveTarget(target, incarnation, NODE, shell));
    }

    /** Another container that had this name has lost it: its end is none of this one's. */
    private void succeed(Target target, String id) {
        containers.entrySet().removeIf(entry -> {
            boolean before =
                    !entry.getKey().equals(id) && entry.getValue().target().equals(target);
            if (before) {
                entry.getValue().shell().running(false);
                takeEnd(entry.getKey());
            }
            return before;
        });
    }

    /** Somebody has it stopped. Docker tells that before the end and once more after it, Podman at any time. */
    synchronized void stopped(String id) {
        if (ends.computeIfPresent(id, (same, end) -> new End(end.reason(), true, end.again())) == null
                && containers.containsKey(id)) {
            stops.put(id, System.nanoTime());
        }
    }

    /**
     * A life of it is over; it may run again.
     *
     * @param down its state, null unless it is known not to run yet: an end may be told later than the start that
     *     follows
     */
    synchronized void ended(String id, String reason, @Nullable ContainerState down) {
        Known known = containers.get(id);
        if (known == null) {
            return;
        }
        known.shell().running(false);
        End before = ends.get(id);
        End end = new End(
                reason, isStopped(id) || (before != null && before.stopped()), down != null && down.restarting());
        ends.put(id, end);
        if (before == null && down != null && !end.stopped()) {
            listener.ended(known.target(), Map.of("reason", reason));
        }
    }

    /**
     * It does not run, and nobody saw it end: of a kill it is not known whether somebody wanted it.
     *
     * @param down its state
     */
    synchronized void foundDown(String id, ContainerState down) {
        if (!ends.containsKey(id)) {
            ended(id, down.end().equals(KILLED) ? "unseen " + KILLED : down.end(), down);
        }
    }

    /** A program may survive a stop, and end of itself much later. */
    private boolean isStopped(String id) {
        Long told = stops.remove(id);
        return told != null && System.nanoTime() - told < stopNanos;
    }

    /** End of its last life, null if nobody knows; to be asked once. */
    private @Nullable End takeEnd(String id) {
        stops.remove(id);
        return ends.remove(id);
    }

    /**
     * It does not run any more, and will not.
     *
     * @param last end of its last life unless that was seen, null if it was removed: one that waited to be started
     *     again did not end for good by itself
     */
    synchronized void gone(String id, @Nullable String last) {
        Known known = containers.remove(id);
        End end = takeEnd(id);
        if (known != null) {
            known.shell().running(false);
            boolean waited = last == null && end != null && end.again();
            String reason = end == null || waited ? Objects.requireNonNullElse(last, "removed") : end.words();
            listener.vanished(known.target(), Map.of("reason", reason));
        }
    }

    synchronized boolean knows(String id) {
        return containers.containsKey(id);
    }

    synchronized List<String> known() {
        return List.copyOf(containers.keySet());
    }

    /** Names of those whose sockets are the machine's. */
    synchronized List<String> onHostNetwork() {
        return containers.values().stream()
                .filter(Known::hostNetwork)
                .map(known -> known.target().name())
                .sorted()
                .toList();
    }

    synchronized void troubled(String message) {
        listener.troubled(message);
    }
}
