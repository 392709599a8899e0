package dev.seep.source.kubernetes.pods;

import dev.seep.source.kubernetes.pods.PodJson.Metadata;
import dev.seep.source.kubernetes.pods.PodJson.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Workloads at the top of the owners of pods. A ReplicaSet tells its owner by its name, which needs no permission; a
 * Job has to be fetched.
 */
final class Workloads {
    /** Makers of ReplicaSets, by the label in which it repeats the last part of their names. */
    private static final Map<String, String> MAKERS =
            Map.of("pod-template-hash", "deployment", "rollouts-pod-template-hash", "rollout");

    private final BinaryOperator<String> jobs;

    /** @param jobs the top of a Job, by its namespace and its name */
    Workloads(BinaryOperator<String> jobs) {
        this.jobs = jobs;
    }

    /** The object that made this one, or itself. */
    static String owner(Metadata made, String itself) {
        Owner owner = controller(made);
        return owner == null ? itself : kind(owner) + "/" + owner.name();
    }

    /** {@code deployment/web} for a pod of a ReplicaSet of it. */
    String top(Metadata pod) {
        String itself = "pod/" + pod.name();
        Owner owner = controller(pod);
        if (owner == null || owner.name() == null) {
            return itself;
        }
        return switch (kind(owner)) {
            case "replicaset" -> ofReplicaSet(owner.name(), pod.labels());
            case "job" -> jobs.apply(String.valueOf(pod.namespace()), owner.name());
            default -> owner(pod, itself);
        };
    }

    /** Static pods are owned by their node, which says nothing about their kind. */
    private static @Nullable Owner controller(Metadata pod) {
        List<Owner> owners = pod.ownerReferences() == null ? List.of() : pod.ownerReferences();
        return owners.stream()
                .filter(owner -> Boolean.TRUE.equals(owner.controller()) && !"node".equals(kind(owner)))
                .findFirst()
                .orElse(null);
    }

    private static String kind(Owner owner) {
        return String.valueOf(owner.kind()).toLowerCase(Locale.ROOT);
    }

    private static String ofReplicaSet(String name, @Nullable Map<String, String> labels) {
        if (labels != null) {
            for (Map.Entry<String, String> maker : MAKERS.entrySet()) {
                String hash = labels.get(maker.getKey());
                if (hash != null && name.endsWith("-" + hash)) {
                    return maker.getValue() + "/" + name.substring(0, name.length() - hash.length() - 1);
                }
            }
        }
        return "replicaset/" + name;
    }
}
