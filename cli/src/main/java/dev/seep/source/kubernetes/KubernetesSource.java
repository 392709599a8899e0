package dev.seep.source.kubernetes;

import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.RightsCheck;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.source.kubernetes.objects.CountingMode;
import dev.seep.source.kubernetes.objects.EventSource;
import dev.seep.source.kubernetes.objects.ObjectSource;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.source.kubernetes.pods.OwnerCheck;
import dev.seep.source.kubernetes.pods.OwnerName;
import dev.seep.source.kubernetes.pods.PodFollower;
import dev.seep.source.kubernetes.pods.PodRecord;
import dev.seep.source.kubernetes.pods.PodScope;
import dev.seep.source.kubernetes.pods.PodTracker;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import dev.seep.source.kubernetes.standin.AgentDiscovery;
import dev.seep.source.kubernetes.standin.DebugContainers;
import dev.seep.source.kubernetes.standin.KubeletMetrics;
import dev.seep.source.kubernetes.standin.LazyAgents;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Source of the running containers of a Kubernetes cluster, and of the shared part of each pod. */
public final class KubernetesSource implements TargetSource {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Cluster cluster;
    private final KubernetesSelection selection;
    private final Backoff backoff;
    private final ExecEngine engine;
    private final List<ListWatch<?>> watches = new CopyOnWriteArrayList<>();
    private final List<Runnable> closing = new CopyOnWriteArrayList<>();
    private volatile @Nullable ObjectSource objects;
    private volatile @Nullable EventSource events;
    private volatile boolean alone;
    private volatile @Nullable AgentDiscovery agents;
    private volatile @Nullable ShellDecorator helpers;

    KubernetesSource(Cluster cluster, KubernetesSelection selection, Backoff backoff, Duration keepAlive) {
        this.cluster = cluster;
        this.selection = selection;
        this.backoff = backoff;
        this.engine = new ExecEngine(cluster, keepAlive);
    }

    /**
     * Prepares to follow the selected containers. The cluster itself is first asked by {@link #start}.
     *
     * @throws SourceException if no kubeconfig, context, or usable credentials are found
     */
    public static KubernetesSource connect(KubernetesConnection connection, KubernetesSelection selection)
            throws SourceException {
        Cluster cluster = ClusterDirectory.find(connection);
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new Random());
        return new KubernetesSource(cluster, selection, backoff, connection.keepAlive());
    }

    /**
     * Also counts objects, in the same namespaces. To be called before {@link #start}.
     *
     * @param kinds as users call them, such as {@code jobs} or {@code widgets.example.com}
     */
    public KubernetesSource counting(List<String> kinds, CountingMode counting, Clock clock) {
        if (!kinds.isEmpty()) {
            ObjectSource counted = new ObjectSource(cluster, kinds, counting, backoff, clock);
            closing.add(counted::close);
            objects = counted;
        }
        return this;
    }

    /**
     * Counts objects and follows no pods, which takes no right but to list and watch them. To be called before
     * {@link #start}.
     */
    public KubernetesSource alone() {
        alone = true;
        return this;
    }

    /**
     * Also tells abnormal events of the same namespaces and of nodes. To be called before {@link #start}.
     *
     * @param goesOn whether an earlier stretch of the run has told lasting faults
     */
    public KubernetesSource watchingEvents(boolean goesOn) {
        EventSource watched = new EventSource(cluster, backoff, goesOn);
        closing.add(watched::close);
        events = watched;
        return this;
    }

    /**
     * Asks the node agents, and execs nothing. To be called before {@link #start}.
     *
     * @param namespace of the agents
     */
    public KubernetesSource throughAgents(String namespace) {
        AgentDiscovery discovery = new AgentDiscovery(cluster, engine, backoff, namespace);
        closing.add(discovery::close);
        agents = discovery;
        return this;
    }

    /**
     * Asks the node agents, if there are any, about containers that have no shell. To be called before {@link #start}.
     *
     * @param namespace of the agents, if there are any
     */
    public KubernetesSource throughAgentsWhereNoShell(String namespace) {
        LazyAgents optional = new LazyAgents(new AgentDiscovery(cluster, engine, backoff, namespace));
        closing.add(optional::close);
        helpers = optional;
        return this;
    }

    /**
     * Puts an ephemeral container beside each container that has no shell. To be called before {@link #start}.
     *
     * @param image of it, which must have {@code sh}
     */
    public KubernetesSource throughDebugContainers(String image) {
        helpers = new DebugContainers(cluster, engine, image);
        return this;
    }

    /** Things to find, for the message that there are none. */
    public String lookedFor() {
        return selection.describe(cluster.namespace()) + " at " + cluster.server();
    }

    @Override
    public void start(TargetListener told) throws SourceException {
        TargetListener listener = new SynchronizedListener(told);
        List<PodScope> scopes = PodScope.of(selection, cluster.namespace());
        ObjectSource counted = objects;
        if (!alone) {
            followPods(scopes, listener);
        }
        if (counted != null) {
            counted.start(scopes, listener);
        }
        watches.forEach(watch -> watch.start("seep-kube-watch"));
    }

    private void followPods(List<PodScope> scopes, TargetListener listener) throws SourceException {
        List<OwnerName> owners = selection.owners();
        AgentDiscovery seers = agents;
        if (seers != null) {
            seers.start();
        }
        PodTracker tracker = new PodTracker(engine, decorator(), listener, pod -> belongs(pod, owners));
        for (PodScope scope : scopes) {
            ListWatch<?> watch = PodFollower.watch(cluster, scope, selection, tracker, backoff);
            watches.add(watch);
            firstList(watch, scope, scopes);
        }
        if (seers == null) {
            new RightsCheck(cluster, PodScope.namespaces(scopes)).check();
        }
        for (OwnerName owner : owners) {
            new OwnerCheck(cluster).check(owner, scopes);
        }
        EventSource watched = events;
        if (watched != null) {
            watched.start(scopes, tracker, listener);
        }
    }

    @Override
    public List<String> leftOut() {
        ObjectSource counted = objects;
        return counted == null ? List.of() : counted.leftOut();
    }

    private ShellDecorator decorator() {
        AgentDiscovery seers = agents;
        if (seers != null) {
            return seers.decorator();
        }
        KubeletMetrics kubelets = new KubeletMetrics(cluster, System::nanoTime);
        ShellDecorator before = helpers;
        return before == null
                ? kubelets
                : (live, container) -> before.decorate(kubelets.decorate(live, container), container);
    }

    private static boolean belongs(PodRecord pod, List<OwnerName> owners) {
        return owners.isEmpty()
                || owners.stream()
                        .map(OwnerName::toString)
                        .anyMatch(owner -> owner.equals(pod.workload())
                                || owner.equals(pod.owner())
                                || owner.equals("pod/" + pod.name()));
    }

    private void firstList(ListWatch<?> watch, PodScope scope, List<PodScope> scopes) throws SourceException {
        try {
            watch.list();
        } catch (RefusedException e) {
            throw refused(scope, scopes, e);
        } catch (IllegalArgumentException e) {
            throw new SourceException(e.getMessage() + "; check the server in the kubeconfig", e);
        } catch (IOException e) {
            throw new ObjectRequests(cluster).noAnswer(e);
        }
    }

    private SourceException refused(PodScope scope, List<PodScope> scopes, RefusedException failure) {
        String message =
                switch (failure.refusal().code()) {
                    case 401 ->
                        cluster.server() + " does not accept these credentials (" + failure.refusal()
                                + "); log in again, or choose another --context";
                    case 403 ->
                        "not allowed to list " + scope + " (" + failure.refusal() + "); "
                                + new RightsCheck(cluster, PodScope.namespaces(scopes)).missingWords();
                    default -> cluster.server() + " does not list " + scope + " (" + failure.refusal() + ")";
                };
        return new SourceException(message, failure);
    }

    @Override
    public void close() {
        watches.forEach(ListWatch::stop);
        closing.forEach(Runnable::run);
        engine.close();
    }
}
