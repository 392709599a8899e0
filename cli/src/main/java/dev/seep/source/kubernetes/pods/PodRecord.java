package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Incarnation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Record that seep keeps of a pod.
 *
 * @param owner {@code kind/name} of the object that made it, itself if none did
 * @param workload {@code kind/name} of the top of its owners
 * @param finished its end ({@code Succeeded}, {@code Evicted} ...), null while it may run
 * @param message more about that, empty if nothing is known
 * @param containers the selected ones, the best to ask for shared resources first
 * @param state with all that is abnormal about it
 */
public record PodRecord(
        String namespace,
        String name,
        String uid,
        String node,
        String owner,
        String workload,
        @Nullable String finished,
        String message,
        List<ContainerRecord> containers,
        PodState state) {
    /**
     * A container of it.
     *
     * @param id as its runtime calls it, with the runtime's name before it; empty if it is not known
     * @param life null while it does not run
     * @param end its end for good, null if it runs or will run again
     * @param lastEnd its last end, null while it runs and if nothing is known
     * @param deadly window in which a probe has to have failed for its last end, null if that is not known
     */
    record ContainerRecord(
            String name,
            String id,
            @Nullable Incarnation life,
            @Nullable String end,
            @Nullable String lastEnd,
            @Nullable ProbeKillWindow deadly) {}

    /** Unique in the cluster at any one time. */
    String path() {
        return path(namespace, name);
    }

    static String path(String namespace, String name) {
        return namespace + "/" + name;
    }
}
