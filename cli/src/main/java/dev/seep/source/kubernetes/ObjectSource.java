package dev.seep.source.kubernetes;

import dev.seep.sample.Threads;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
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
    private final Counting counting;
    private final Backoff backoff;
    private final Clock clock;
    private final List<ObjectFollower> followers = new CopyOnWriteArrayList<>();
    private volatile List<String> leftOut = List.of();

    ObjectSource(Cluster cluster, List<String> words, Counting counting, Backoff backoff, Clock clock) {
        this.cluster = cluster;
        this.words = List.copyOf(words);
        this.counting = counting;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * @param scopes the namespaces; their selectors are for pods and leave no object out
     * @throws SourceException if there is no such kind
     */
    void start(List<PodScope> scopes, TargetListener listener) throws SourceException {
        if (counting == Counting.ALONG) {
            followCheap(scopes, listener);
        } else {
            followAll(scopes, listener);
        }
        if (scopes.stream().anyMatch(scope -> scope.namespace() == null)) {
            followers.forEach(ObjectFollower::list);
        }
        followers.forEach(follower -> Threads.start("seep-kube-objects", follower::run));
    }

    private void followCheap(List<PodScope> scopes, TargetListener listener) {
        List<@Nullable String> namespaces = new ArrayList<>();
        scopes.forEach(scope -> namespaces.add(scope.namespace()));
        List<ObjectKind> kinds = words.stream()
                .flatMap(word -> ObjectKinds.everywhere(word).stream())
                .toList();
        CheapCounts cheap = CheapCounts.of(cluster, kinds, namespaces);
        cheap.chosen().forEach((kind, in) -> in.forEach(namespace -> follow(kind, namespace, listener)));
        leftOut = List.copyOf(cheap.leftOut());
    }

    /** What of it is not counted, and why; known once it is started. */
    List<String> leftOut() {
        return leftOut;
    }

    private void followAll(List<PodScope> scopes, TargetListener listener) throws SourceException {
        for (ObjectKind kind : kinds()) {
            if (kind.namespaced()) {
                scopes.forEach(scope -> follow(kind, scope.namespace(), listener));
            } else {
                follow(kind, null, listener);
            }
        }
    }

    private void follow(ObjectKind kind, @Nullable String namespace, TargetListener listener) {
        followers.add(new ObjectFollower(cluster, new ObjectCounts(kind, namespace, listener, clock), backoff));
    }

    private List<ObjectKind> kinds() throws SourceException {
        ObjectKinds known = new ObjectKinds(cluster);
        List<ObjectKind> kinds = new ArrayList<>();
        for (String word : words) {
            Optional<ObjectKind> kind = known.find(word);
            if (kind.isEmpty() && counting == Counting.NAMED) {
                throw new SourceException("there is no kind '" + Messages.line(word) + "' at " + cluster.server()
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
