package dev.seep.source.kubernetes.pods;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields read from a pod's JSON; the rest, which is most of it, is skipped without being kept. */
record PodJson(
        @Nullable Metadata metadata,
        @Nullable Spec spec,
        @Nullable Status status) {
    record Metadata(
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String uid,
            @Nullable String resourceVersion,
            @Nullable String creationTimestamp,
            @Nullable String deletionTimestamp,
            @Nullable Long deletionGracePeriodSeconds,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations,
            @Nullable List<Owner> ownerReferences) {}

    record Owner(
            @Nullable String kind,
            @Nullable String name,
            @Nullable Boolean controller) {}

    record Spec(
            @Nullable String nodeName,
            @Nullable String restartPolicy,
            @Nullable Long terminationGracePeriodSeconds,
            @Nullable List<Container> containers,
            @Nullable List<Container> initContainers) {}

    record Container(@Nullable String name, @Nullable String restartPolicy) {}

    record Status(
            @Nullable String phase,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String startTime,
            @Nullable List<ContainerStatus> containerStatuses,
            @Nullable List<ContainerStatus> initContainerStatuses,
            @Nullable List<ContainerStatus> ephemeralContainerStatuses) {}

    record ContainerStatus(
            @Nullable String name,
            @SerializedName("containerID") @Nullable String id,
            @Nullable Boolean started,
            int restartCount,
            @Nullable State state,
            @Nullable State lastState) {}

    record State(
            @Nullable Running running,
            @Nullable Waiting waiting,
            @Nullable Terminated terminated) {}

    record Running(@Nullable String startedAt) {}

    record Waiting(@Nullable String reason, @Nullable String message) {}

    record Terminated(
            @Nullable String reason,
            @Nullable String message,
            @Nullable String startedAt,
            @Nullable String finishedAt,
            int exitCode) {}
}
