package dev.seep.source.kubernetes;

import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Threads;
import dev.seep.source.exec.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Counts objects of some kinds in some namespaces; each kind in each namespace is a target. */
final class ObjectSource {
    private final Cluster cluster;
    private final List<String> words;
    private final boolean all;
    private final Backoff backoff;
    private final Clock clock;
    private final List<ObjectFollower> followers = new CopyOnWriteArrayList<>();

    ObjectSource(Cluster cluster, List<String> words, boolean all, Backoff backoff, Clock clock) {
        this.cluster = cluster;
        this.words = List.copyOf(words);
        this.all = all;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * @param scopes the namespaces; their selectors are for pods and leave no object out
     * @throws SourceException if there is no such kind
     */
    void start(List<PodScope> scopes, TargetListener listener) throws SourceException {
        for (ObjectKind kind : kinds()) {
            if (kind.namespaced()) {
                scopes.forEach(scope -> follow(kind, scope.namespace(), listener));
            } else {
                follow(kind, null, listener);
            }
        }
        if (scopes.stream().anyMatch(scope -> scope.namespace() == null)) {
            followers.forEach(ObjectFollower::list);
        }
        followers.forEach(follower ->
                Threads.named("seep-kube-objects").newThread(follower::run).start());
    }

    private void follow(ObjectKind kind, @Nullable String namespace, TargetListener listener) {
        followers.add(new ObjectFollower(cluster, new ObjectCounts(kind, namespace, listener, clock), backoff));
    }

    private List<ObjectKind> kinds() throws SourceException {
        ObjectKinds known = new ObjectKinds(cluster);
        List<ObjectKind> kinds = new ArrayList<>();
        for (String word : words) {
            Optional<ObjectKind> kind = known.find(word);
            if (kind.isEmpty() && all) {
                throw new SourceException("there is no kind '" + Words.line(word) + "' at " + cluster.server()
                        + " that can be listed and watched; kubectl api-resources shows those there are");
            }
            kind.ifPresent(kinds::add);
        }
        return kinds;
    }

    void close() {
        followers.forEach(ObjectFollower::stop);
    }
}
