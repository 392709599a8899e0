package dev.seep.source.kubernetes;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads all pods of a scope. */
final class PodLister {
    private final PagedList<PodJson> pods;
    private final PodMapper mapper;

    PodLister(Cluster cluster, PodMapper mapper) {
        this.pods = new PagedList<>(cluster, PodJson.class, "pods");
        this.mapper = mapper;
    }

    /**
     * Tells each pod, some of them possibly more than once.
     *
     * @return the version of the list, from which a watch can go on
     * @throws IllegalArgumentException if the answer is no list of pods
     */
    String list(PodScope scope, Consumer<PodRecord> told) throws IOException, RefusedException {
        return pods.read(scope.path(), scope.query(), pod -> told.accept(mapper.map(pod)));
    }
}
