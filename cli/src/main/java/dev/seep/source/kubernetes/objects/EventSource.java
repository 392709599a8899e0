package dev.seep.source.kubernetes.objects;

import dev.seep.sample.Threads;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.StopFlag;
import dev.seep.source.kubernetes.api.AccessRule;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.MissingRule;
import dev.seep.source.kubernetes.api.Parameter;
import dev.seep.source.kubernetes.api.WatchedResource;
import dev.seep.source.kubernetes.pods.PodScope;
import dev.seep.source.kubernetes.pods.PodTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Source of abnormal events in some namespaces and on the nodes of the followed pods: one watch of Warning events for
 * each namespace, one of those of nodes, one of nodes. None of it is needed for a run.
 */
public final class EventSource {
    private static final Parameter WARNINGS_OF_NODES =
            new Parameter("fieldSelector", "type=Warning,involvedObject.kind=Node");
    private static final Parameter WARNINGS = new Parameter("fieldSelector", "type=Warning");
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Backoff backoff;
    private final boolean goesOn;
    private final List<BestEffortWatch<?>> watches = new CopyOnWriteArrayList<>();
    private final StopFlag stop = new StopFlag();

    /** @param goesOn whether an earlier stretch of the run has told lasting faults */
    public EventSource(Cluster cluster, Backoff backoff, boolean goesOn) {
        this.cluster = cluster;
        this.backoff = backoff;
        this.goesOn = goesOn;
    }

    /**
     * Passes over earlier events.
     *
     * @param scopes the namespaces; their selectors are for pods and leave no event out
     * @param pods that were listed before
     */
    public void start(List<PodScope> scopes, PodTracker pods, TargetListener listener) {
        Map<PodScope, BestEffortWatch<?>> events = new HashMap<>();
        scopes.forEach(scope -> events.put(scope, events(scope.namespace(), WARNINGS, pods, listener)));
        pods.begun(goesOn, namespace -> events.entrySet().stream()
                .anyMatch(
                        one -> one.getKey().covers(namespace) && one.getValue().isOn()));
        if (scopes.stream().noneMatch(scope -> scope.covers(AccessRule.OF_NODES))) {
            var unused = events(AccessRule.OF_NODES, WARNINGS_OF_NODES, pods, listener);
        }
        nodes(pods, listener);
        watches.forEach(BestEffortWatch::tryToList);
        watches.forEach(watch -> watch.start("seep-kube-events"));
        var unused = Threads.start("seep-kube-stuck", () -> checkStuck(pods));
    }

    private BestEffortWatch<?> events(
            @Nullable String namespace, Parameter selector, PodTracker pods, TargetListener listener) {
        String path = namespace == null ? "/api/v1/events" : "/api/v1/namespaces/" + namespace + "/events";
        String about = (selector.equals(WARNINGS_OF_NODES) ? "events of nodes" : "events")
                + (namespace == null ? " in all namespaces" : " in namespace " + namespace);
        return watch(
                new WatchedResource<>(about, path, List.of(selector), EventJson.class, false),
                new MissingRule(namespace, AccessRule.EVENTS),
                new WarningEvents(listener, pods),
                listener);
    }

    private void nodes(PodTracker pods, TargetListener listener) {
        var unused = watch(
                new WatchedResource<>("conditions of nodes", "/api/v1/nodes", List.of(), NodeJson.class, false),
                new MissingRule(null, AccessRule.NODES),
                new NodeHealth(listener, pods::uses),
                listener);
    }

    private <T> BestEffortWatch<T> watch(
            WatchedResource<T> resource, MissingRule rule, ObjectObserver<T> observer, TargetListener listener) {
        BestEffortWatch<T> watch = new BestEffortWatch<>(cluster, resource, rule, observer, listener, backoff);
        watches.add(watch);
        return watch;
    }

    private void checkStuck(PodTracker pods) {
        do {
            pods.checkStuck(System.nanoTime(), Instant.now());
        } while (!stop.isUpWithin(LOOK));
    }

    public void close() {
        stop.raise();
        watches.forEach(BestEffortWatch::stop);
    }
}
