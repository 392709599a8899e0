package dev.seep.source.kubernetes.objects;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.Refusal;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.WatchHandler;
import java.io.IOException;

/** Follower that keeps the counts of one kind up to date. */
final class ObjectFollower implements WatchHandler<ObjectJson> {
    private final ObjectCounts counts;
    private final ObjectLister lister;

    private ObjectFollower(ObjectCounts counts, ObjectLister lister) {
        this.counts = counts;
        this.lister = lister;
    }

    /** The watch that keeps these counts, which is not begun. */
    static ListWatch<?> watch(Cluster cluster, ObjectCounts counts, Backoff backoff) {
        ObjectLister lister = new ObjectLister(counts.kind(), counts.namespace());
        return new ListWatch<>(cluster, lister.resource(), new ObjectFollower(counts, lister), backoff);
    }

    @Override
    public String list(PagedList<ObjectJson> pages) throws IOException, RefusedException {
        ObjectLister.Listed listed = lister.list(pages);
        counts.listed(listed);
        return listed.version();
    }

    @Override
    public void added(ObjectJson object) {
        counts.added(object.counted(counts.kind()));
    }

    @Override
    public void changed(ObjectJson object) {
        counts.changed(object.counted(counts.kind()));
    }

    @Override
    public void deleted(ObjectJson object) {
        counts.deleted(object.counted(counts.kind()));
    }

    @Override
    public void failed(Exception failure, int times) {
        GapReason reason =
                failure instanceof RefusedException refused ? reason(refused.refusal()) : GapReason.UNREACHABLE;
        String wayOut = failure instanceof RefusedException refused ? wayOut(refused.refusal()) : "";
        if (times > 1 || reason == GapReason.DENIED) {
            counts.failed(new ExecResult.Failed(
                    reason, "counting " + counts.kind() + where() + " failed: " + Messages.line(failure) + wayOut));
        }
    }

    @Override
    public void recovered() {
        counts.recovered();
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
}
