package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Incarnation;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.ShortHash;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.pods.PodRecord.ContainerRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mapper of a pod's JSON to its small record. Pure but for the lookup of CronJobs. */
final class PodMapper {
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

    private final KubernetesSelection selection;
    private final Workloads workloads;

    PodMapper(Cluster cluster, KubernetesSelection selection) {
        this(selection, new Workloads(new JobOwners(cluster)::top));
    }

    PodMapper(KubernetesSelection selection, Workloads workloads) {
        this.selection = selection;
        this.workloads = workloads;
    }

    /** @throws IllegalArgumentException if that is not a pod */
    PodRecord map(PodJson pod) {
        PodJson.Metadata metadata = pod.metadata();
        if (metadata == null || metadata.name() == null || metadata.namespace() == null || metadata.uid() == null) {
            throw new IllegalArgumentException("a pod without name, namespace or uid");
        }
        PodJson.Status status = orEmpty(pod.status());
        String finished = finished(status);
        return new PodRecord(
                metadata.namespace(),
                metadata.name(),
                metadata.uid(),
                pod.spec() == null || pod.spec().nodeName() == null
                        ? ""
                        : pod.spec().nodeName(),
                Workloads.owner(metadata, "pod/" + metadata.name()),
                finished == null ? workloads.top(metadata) : "",
                finished,
                status.message() == null ? "" : Messages.line(status.message()),
                containers(metadata, pod.spec(), status),
                PodState.of(metadata, status, this::isSelected));
    }

    private static PodJson.Status orEmpty(PodJson.@Nullable Status status) {
        return status == null ? new PodJson.Status(null, null, null, null, null, null, null) : status;
    }

    private static @Nullable String finished(PodJson.Status status) {
        if (status.phase() == null || !FINISHED.contains(status.phase())) {
            return null;
        }
        return status.reason() == null ? status.phase() : status.reason();
    }

    private List<ContainerRecord> containers(
            PodJson.Metadata metadata, PodJson.@Nullable Spec spec, PodJson.Status status) {
        List<PodJson.ContainerStatus> chosen = new ArrayList<>(PodState.orNone(status.containerStatuses()));
        Set<String> sidecars = sidecars(spec);
        for (PodJson.ContainerStatus init : PodState.orNone(status.initContainerStatuses())) {
            if (selection.initContainers() || sidecars.contains(init.name())) {
                chosen.add(init);
            }
        }
        if (selection.ephemeralContainers()) {
            chosen.addAll(PodState.orNone(status.ephemeralContainerStatuses()));
        }
        String restartPolicy = spec == null || spec.restartPolicy() == null ? "Always" : spec.restartPolicy();
        return chosen.stream()
                .filter(container -> container.name() != null && isSelected(container.name()))
                .sorted(Comparator.comparingInt(container -> rank(container.name(), metadata, spec)))
                .map(container -> container(metadata, spec, container, restartPolicy))
                .toList();
    }

    private boolean isSelected(String name) {
        return (selection.include() == null || selection.include().matcher(name).find())
                && (selection.exclude() == null
                        || !selection.exclude().matcher(name).find());
    }

    private static Set<String> sidecars(PodJson.@Nullable Spec spec) {
        return PodState.orNone(spec == null ? null : spec.initContainers()).stream()
                .filter(container -> container.name() != null && "Always".equals(container.restartPolicy()))
                .map(container -> Objects.requireNonNull(container.name()))
                .collect(Collectors.toSet());
    }

    /** The default container first, then by the order of the manifest. */
    private static int rank(@Nullable String name, PodJson.Metadata metadata, PodJson.@Nullable Spec spec) {
        Map<String, String> annotations = metadata.annotations();
        if (name != null && annotations != null && name.equals(annotations.get(DEFAULT_CONTAINER))) {
            return -1;
        }
        List<@Nullable String> names = new ArrayList<>();
        PodState.orNone(spec == null ? null : spec.containers()).forEach(container -> names.add(container.name()));
        int position = names.indexOf(name);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    private static ContainerRecord container(
            PodJson.Metadata metadata,
            PodJson.@Nullable Spec spec,
            PodJson.ContainerStatus status,
            String restartPolicy) {
        PodJson.State state = status.state();
        PodJson.Terminated last = terminated(state) == null ? terminated(status.lastState()) : terminated(state);
        ProbeKillWindow deadly = last == null ? null : ProbeKillWindow.of(last, spec);
        String name = Objects.requireNonNull(status.name());
        String runtimeId = status.id() == null ? "" : status.id();
        if (state != null && state.running() != null && !Boolean.FALSE.equals(status.started())) {
            String id = ShortHash.of(metadata.uid() + " " + status.id());
            Instant start = instant(state.running().startedAt());
            return new ContainerRecord(
                    name, runtimeId, new Incarnation(id, start, last == null ? null : end(last)), null, null, deadly);
        }
        // a container that ends with its pod did not end by itself
        String lastEnd = metadata.deletionTimestamp() != null || last == null ? null : end(last);
        return new ContainerRecord(name, runtimeId, null, endForGood(state, restartPolicy), lastEnd, deadly);
    }

    private static PodJson.@Nullable Terminated terminated(PodJson.@Nullable State state) {
        return state == null ? null : state.terminated();
    }

    private static @Nullable String endForGood(PodJson.@Nullable State state, String restartPolicy) {
        if (state == null || state.terminated() == null) {
            return null;
        }
        boolean runsAgain = "Always".equals(restartPolicy)
                || ("OnFailure".equals(restartPolicy) && state.terminated().exitCode() != 0);
        return runsAgain ? null : end(state.terminated());
    }

    private static String end(PodJson.Terminated terminated) {
        return Incarnation.OUT_OF_MEMORY.equals(terminated.reason())
                ? Incarnation.OUT_OF_MEMORY
                : "exit " + terminated.exitCode();
    }

    private static Instant instant(@Nullable String text) {
        try {
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time: '" + Messages.line(text) + "'", e);
        }
    }
}
