package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Incarnation;
import dev.seep.source.exec.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Abnormal state of a pod by its own account.
 *
 * @param stage {@code Pending} or {@code Terminating}, which are over soon if all is well; empty for neither
 * @param begun start of the stage by the cluster's clock, null if that is not known
 * @param patience longest time that the stage may take
 */
record PodState(String stage, @Nullable Instant begun, Duration patience, List<Symptom> symptoms) {
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_END = Duration.ofMinutes(2);
    /** In seconds: of a time that is much longer nanoseconds are no number. */
    static final long LONGEST = Duration.ofDays(365).toSeconds();

    /** Reasons for which every container waits at some time. */
    private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing");

    private static final Set<String> ALSO_EVENTS =
            Set.of("Evicted", "ErrImageNeverPull", "UnexpectedAdmissionError", "NodeAffinity");

    /**
     * Something that has happened to it.
     *
     * @param id the same as long as it is the same occurrence
     */
    record Symptom(String id, String reason, String message) {
        /** Whether the kubelet also makes a Warning event of it, with the same reason. */
        boolean isAlsoAnEvent() {
            return ALSO_EVENTS.contains(reason) || reason.startsWith("OutOf");
        }
    }

    PodState {
        symptoms = List.copyOf(symptoms);
    }

    /** @param selected whether a container counts, by name; those that initialise the pod always do */
    static PodState of(PodJson.Metadata metadata, PodJson.Status status, Predicate<String> selected) {
        boolean leaves = metadata.deletionTimestamp() != null;
        List<Symptom> symptoms = new ArrayList<>();
        if ("Failed".equals(status.phase()) && status.reason() != null) {
            symptoms.add(new Symptom("pod", Messages.line(status.reason()), line(status.message())));
        }
        Stream.concat(
                        orNone(status.initContainerStatuses()).stream(),
                        orNone(status.containerStatuses()).stream()
                                .filter(one -> one.name() != null && selected.test(one.name())))
                .forEach(container -> {
                    terminated(container, container.lastState(), leaves, symptoms);
                    terminated(container, container.state(), leaves, symptoms);
                    waiting(container, leaves, symptoms);
                });
        return new PodState(stage(leaves, status), begun(metadata), patience(metadata), symptoms);
    }

    private static String stage(boolean leaves, PodJson.Status status) {
        return leaves ? "Terminating" : "Pending".equals(status.phase()) ? "Pending" : "";
    }

    /** A pod is pending from its creation on. One that is being deleted bears the time at which its grace is over. */
    private static @Nullable Instant begun(PodJson.Metadata metadata) {
        boolean leaves = metadata.deletionTimestamp() != null;
        String time = leaves ? metadata.deletionTimestamp() : metadata.creationTimestamp();
        try {
            return time == null ? null : Instant.parse(time).minusSeconds(leaves ? grace(metadata) : 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration patience(PodJson.Metadata metadata) {
        return metadata.deletionTimestamp() == null ? TO_START : TO_END.plusSeconds(grace(metadata));
    }

    private static long grace(PodJson.Metadata metadata) {
        Long grace = metadata.deletionGracePeriodSeconds();
        return grace == null ? 0 : bounded(grace);
    }

    /** Seconds of a manifest, which may be any number. */
    static long bounded(long seconds) {
        return Math.max(0, Math.min(LONGEST, seconds));
    }

    /** Who is told to go ends with a signal, and that is no error. */
    private static void terminated(
            PodJson.ContainerStatus container, PodJson.@Nullable State state, boolean leaves, List<Symptom> symptoms) {
        PodJson.Terminated end = state == null ? null : state.terminated();
        if (end == null || (end.exitCode() == 0 && !Incarnation.OUT_OF_MEMORY.equals(end.reason()))) {
            return;
        }
        String reason = end.reason() == null ? "Error" : Messages.line(end.reason());
        if (!leaves || reason.equals(Incarnation.OUT_OF_MEMORY)) {
            symptoms.add(new Symptom(
                    container.name() + " ended " + end.finishedAt(),
                    reason,
                    line("container " + container.name() + ", exit " + end.exitCode() + colon(end.message()))));
        }
    }

    private static void waiting(PodJson.ContainerStatus container, boolean leaves, List<Symptom> symptoms) {
        PodJson.Waiting waiting =
                container.state() == null ? null : container.state().waiting();
        if (leaves || waiting == null || waiting.reason() == null || USUAL.contains(waiting.reason())) {
            return;
        }
        symptoms.add(new Symptom(
                container.name() + " waits " + waiting.reason() + " " + container.restartCount(),
                Messages.line(waiting.reason()),
                line("container " + container.name() + colon(waiting.message()))));
    }

    private static String colon(@Nullable String message) {
        return message == null || message.isBlank() ? "" : ": " + message;
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Messages.line(text);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
