package dev.seep.source.kubernetes.pods;

import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.WatchHandler;
import dev.seep.source.kubernetes.api.WatchedResource;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Follower that informs a tracker of a scope's pods. */
public final class PodFollower implements WatchHandler<PodJson> {
    private final PodScope scope;
    private final PodMapper mapper;
    private final PodTracker tracker;
    private boolean troubled;

    private PodFollower(PodScope scope, PodMapper mapper, PodTracker tracker) {
        this.scope = scope;
        this.mapper = mapper;
        this.tracker = tracker;
    }

    /**
     * The watch of a scope, which is not begun.
     *
     * @param selection of the containers of the pods
     */
    public static ListWatch<?> watch(
            Cluster cluster, PodScope scope, KubernetesSelection selection, PodTracker tracker, Backoff backoff) {
        return new ListWatch<>(
                cluster,
                new WatchedResource<>("pods", scope.path(), scope.selectors(), PodJson.class, false),
                new PodFollower(scope, new PodMapper(cluster, selection), tracker),
                backoff);
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
            tracker.troubled(scope, "lost sight of " + scope + ", trying again: " + Messages.line(failure));
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
