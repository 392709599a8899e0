package dev.seep.source.kubernetes.pods;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Window in which a probe has to have failed for a life to have ended of it: the kubelet ends a container as soon as
 * its probe has failed often enough, and one that fails less often is none of its end. By the clock of the node.
 */
record ProbeKillWindow(Instant from, Instant to) {
    /** From the failure until the end is known, beside the grace. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final long USUAL_GRACE = 30;

    /** Null if it is not known when this life was. */
    static @Nullable ProbeKillWindow of(PodJson.Terminated life, PodJson.@Nullable Spec spec) {
        if (life.startedAt() == null || life.finishedAt() == null) {
            return null;
        }
        Long grace = spec == null ? null : spec.terminationGracePeriodSeconds();
        try {
            Instant began = Instant.parse(life.startedAt());
            Instant ended = Instant.parse(life.finishedAt());
            Instant from = ended.minus(MARGIN).minusSeconds(PodState.bounded(grace == null ? USUAL_GRACE : grace));
            return new ProbeKillWindow(from.isBefore(began) ? began : from, ended);
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean covers(Instant failure) {
        return !failure.isBefore(from) && !failure.isAfter(to);
    }
}
