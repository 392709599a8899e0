package dev.seep.source.kubernetes.objects;

import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.api.ObjectKinds;
import dev.seep.source.kubernetes.pods.PodScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Source that counts objects of some kinds in some namespaces; each kind in each namespace is a target. */
public final class ObjectSource {
    private final Cluster cluster;
    private final List<String> words;
    private final CountingMode counting;
    private final Backoff backoff;
    private final Clock clock;
    private final List<ListWatch<?>> watches = new CopyOnWriteArrayList<>();
    private volatile List<String> leftOut = List.of();

    public ObjectSource(Cluster cluster, List<String> words, CountingMode counting, Backoff backoff, Clock clock) {
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
    public void start(List<PodScope> scopes, TargetListener listener) throws SourceException {
        if (counting == CountingMode.ALONG) {
            followCheap(scopes, listener);
        } else {
            followAll(scopes, listener);
        }
        if (scopes.stream().anyMatch(scope -> scope.namespace() == null)) {
            watches.forEach(ListWatch::tryToList);
        }
        watches.forEach(watch -> watch.start("seep-kube-objects"));
    }

    private void followCheap(List<PodScope> scopes, TargetListener listener) {
        List<ObjectKind> kinds = words.stream()
                .flatMap(word -> ObjectKinds.everywhere(word).stream())
                .toList();
        DefaultObjectKinds cheap = DefaultObjectKinds.of(cluster, kinds, PodScope.namespaces(scopes));
        cheap.chosen().forEach((kind, in) -> in.forEach(namespace -> follow(kind, namespace, listener)));
        leftOut = List.copyOf(cheap.leftOut());
    }

    /** Kinds not counted, with reasons; known once it is started. */
    public List<String> leftOut() {
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
        watches.add(ObjectFollower.watch(cluster, new ObjectCounts(kind, namespace, listener, clock), backoff));
    }

    private List<ObjectKind> kinds() throws SourceException {
        ObjectKinds known = new ObjectKinds(cluster);
        List<ObjectKind> kinds = new ArrayList<>();
        for (String word : words) {
            Optional<ObjectKind> kind = known.find(word);
            if (kind.isEmpty() && counting == CountingMode.NAMED) {
                throw new SourceException("there is no kind '" + Messages.line(word) + "' at " + cluster.server()
                        + " that can be listed and watched; kubectl api-resources shows those there are");
            }
            kind.ifPresent(kinds::add);
        }
        return kinds;
    }

    public void close() {
        watches.forEach(ListWatch::stop);
    }
}
