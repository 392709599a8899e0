package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.exec.ContainerShell;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.source.kubernetes.pods.PodRecord.ContainerRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pod that is followed: its state as told to the listener, and the shells it was given. NOT thread safe. */
final class TrackedPod {
    private final ExecEngine engine;
    private final ShellDecorator decorator;
    private final TargetListener listener;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    /** Time of the last failed probe, by container. */
    private final Map<String, Instant> probeFailures = new HashMap<>();

    private PodRecord pod;

    /** @param over whether its end was told */
    private record Life(String id, ContainerShell shell, boolean over) {}

    TrackedPod(ExecEngine engine, ShellDecorator decorator, TargetListener listener, PodRecord pod) {
        this.engine = engine;
        this.decorator = decorator;
        this.listener = listener;
        this.pod = pod;
    }

    /** As last seen. */
    PodRecord pod() {
        return pod;
    }

    void update(PodRecord now) {
        pod = now;
        for (ContainerRecord container : now.containers()) {
            Incarnation life = container.life();
            if (life != null) {
                running(container, life);
            } else {
                notRunning(container);
            }
        }
    }

    void probeFailed(String container, Instant time) {
        if (lives.containsKey(container)) {
            probeFailures.put(container, time);
        }
    }

    /** End of a life, with the reason of the kubelet for it, which the exit code does not tell. */
    private @Nullable String because(ContainerRecord container, @Nullable String end) {
        Instant failure = probeFailures.get(container.name());
        ProbeKillWindow deadly = container.deadly();
        boolean failed = failure != null && deadly != null && deadly.covers(failure);
        return end != null && failed && !end.equals(Incarnation.OUT_OF_MEMORY) ? "failed probe with " + end : end;
    }

    /** The pod is finished, and its known containers say how. */
    void ended(PodRecord now) {
        now.containers().stream().filter(container -> container.end() != null).forEach(this::notRunning);
    }

    private void running(ContainerRecord container, Incarnation life) {
        Life known = lives.get(container.name());
        if (known != null && known.id().equals(life.id())) {
            known.shell().running(true);
            return;
        }
        if (known != null) {
            known.shell().running(false);
        }
        ExecTarget target = new ExecTarget(pod.namespace(), pod.name(), container.name());
        ContainerShell shell = new ContainerShell(engine, target);
        lives.put(container.name(), new Life(life.id(), shell, false));
        String end = because(container, life.previousEnd());
        Incarnation told = new Incarnation(life.id(), life.start(), end);
        LiveTarget live = new LiveTarget(target(container.name()), told, pod.node(), shell);
        listener.appeared(decorator.decorate(live, container.id()));
    }

    private void notRunning(ContainerRecord container) {
        Life known = lives.get(container.name());
        if (known == null) {
            return;
        }
        known.shell().running(false);
        if (container.end() != null) {
            lives.remove(container.name());
            listener.vanished(target(container.name()), Map.of("reason", container.end()));
            return;
        }
        String end = because(container, container.lastEnd());
        if (end != null && !known.over()) {
            lives.put(container.name(), new Life(known.id(), known.shell(), true));
            listener.ended(target(container.name()), Map.of("reason", end));
        }
    }

    /** The pod is no more. */
    void end(Map<String, String> detail) {
        lives.forEach((container, life) -> {
            life.shell().running(false);
            listener.vanished(target(container), detail);
        });
    }

    private Target target(String container) {
        return Target.container(pod.namespace(), pod.name(), container, pod.workload());
    }
}
