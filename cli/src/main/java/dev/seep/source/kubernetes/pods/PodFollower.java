package dev.seep.source.kubernetes.pods;

import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Words;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.WatchHandler;
import dev.seep.source.kubernetes.api.WatchedResource;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Keeps a tracker informed of the pods of one scope. */
public final class PodFollower implements WatchHandler<PodJson> {
    private final PodScope scope;
    private final PodMapper mapper;
    private final PodTracker tracker;
    private final ListWatch<PodJson> watch;
    private boolean troubled;

    public PodFollower(Cluster cluster, PodScope scope, PodMapper mapper, PodTracker tracker, Backoff backoff) {
        this.scope = scope;
        this.mapper = mapper;
        this.tracker = tracker;
        this.watch = new ListWatch<>(
                cluster,
                new WatchedResource<>("pods", scope.path(), scope.selectors(), PodJson.class, false),
                this,
                backoff);
    }

    /** Whose pods are followed. */
    public PodScope scope() {
        return scope;
    }

    /**
     * Reads what there is now.
     *
     * @throws IllegalArgumentException if the answer is no list of pods
     */
    public void list() throws IOException, RefusedException {
        watch.list();
    }

    /** Follows in a thread of this name until stopped. */
    public void start(String thread) {
        watch.start(thread);
    }

    public void stop() {
        watch.stop();
    }

    @Override
    public String list(PagedList<PodJson> pods) throws IOException, RefusedException {
        Set<String> seen = new HashSet<>();
        String version = pods.read(json -> {
            PodRecord pod = mapper.map(json);
            seen.add(pod.uid());
            tracker.seen(pod);
        });
        tracker.retain(scope, seen);
        return version;
    }

    @Override
    public void added(PodJson pod) {
        tracker.seen(mapper.map(pod));
    }

    @Override
    public void deleted(PodJson pod) {
        tracker.deleted(mapper.map(pod));
    }

    @Override
    public void failed(Exception failure, int times) {
        if (times > 1 && !troubled) {
            troubled = true;
            tracker.troubled(scope, "lost sight of " + scope + ", trying again: " + Words.line(failure));
        }
    }

    @Override
    public void recovered() {
        if (troubled) {
            troubled = false;
            tracker.troubled(scope, "");
        }
    }
}
