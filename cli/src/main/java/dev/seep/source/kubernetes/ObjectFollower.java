package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.StopFlag;
import java.io.IOException;

/**
 * Keeps the counts of one kind up to date: a list once, then watches, which cost nothing as long as nothing changes; a
 * list again if a watch cannot go on.
 */
final class ObjectFollower {
    private static final String NOT_LISTED = "";

    private interface Step {
        void run() throws IOException, RefusedException;
    }

    private final Cluster cluster;
    private final ObjectCounts counts;
    private final ObjectWatch watch;
    private final Backoff backoff;
    private final StopFlag stop = new StopFlag();
    private String version = NOT_LISTED;
    private int failures;

    ObjectFollower(Cluster cluster, ObjectCounts counts, Backoff backoff) {
        this.cluster = cluster;
        this.counts = counts;
        this.watch = new ObjectWatch(cluster, counts);
        this.backoff = backoff;
    }

    /** Follows until stopped. */
    void run() {
        do {
            followOnce();
        } while (!stop.isUpWithin(backoff.pause(failures)));
    }

    /** Counts what there is now, so that all namespaces which have such objects are known. */
    void list() {
        guarded(this::listIfNeeded);
    }

    private void followOnce() {
        guarded(() -> {
            listIfNeeded();
            version = watch.follow(version, () -> failures = 0);
        });
    }

    private void listIfNeeded() throws IOException, RefusedException {
        if (version.equals(NOT_LISTED)) {
            ObjectLister.Listed listed = new ObjectLister(cluster).list(counts.kind(), counts.namespace());
            counts.listed(listed);
            version = listed.version();
        }
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (RefusedException e) {
            failed(e, reason(e.refusal()), wayOut(e.refusal()));
        } catch (IOException | RuntimeException e) {
            failed(e, GapReason.UNREACHABLE, "");
        }
    }

    /** A watch is cut now and then, so the first time is worth no gap: what was missed is found by the next list. */
    private void failed(Exception failure, GapReason reason, String wayOut) {
        failures++;
        version = NOT_LISTED;
        if (failures > 1 || reason == GapReason.DENIED) {
            counts.failed(new ExecResult.Failed(
                    reason, "counting " + counts.kind() + where() + " failed: " + Messages.line(failure) + wayOut));
        }
    }

    private String where() {
        return counts.namespace() == null ? "" : " in namespace " + counts.namespace();
    }

    private static GapReason reason(Refusal refusal) {
        return switch (refusal.code()) {
            case 401, 403 -> GapReason.DENIED;
            case 404 -> GapReason.ABSENT;
            default -> GapReason.UNREACHABLE;
        };
    }

    private String wayOut(Refusal refusal) {
        return switch (refusal.code()) {
            case 401 -> "; log in again";
            case 403 -> "; allow the verbs list and watch on " + counts.kind() + where();
            default -> "";
        };
    }

    void stop() {
        stop.raise();
        watch.cut();
    }
}
