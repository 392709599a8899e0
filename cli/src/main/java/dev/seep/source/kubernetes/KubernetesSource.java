package dev.seep.source.kubernetes;

import dev.seep.sample.Threads;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The running containers of a Kubernetes cluster, and for each pod what its containers share. */
public final class KubernetesSource implements TargetSource {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Cluster cluster;
    private final KubernetesSelection selection;
    private final Backoff backoff;
    private final ExecEngine engine;
    private final List<PodFollower> followers = new CopyOnWriteArrayList<>();
    private volatile @Nullable ObjectSource objects;
    private volatile @Nullable EventSource events;
    private volatile boolean alone;
    private volatile @Nullable AgentSight agents;
    private volatile @Nullable AgentsIfAny agentsIfAny;
    private volatile @Nullable DebugContainers debug;

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
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
        return new KubernetesSource(cluster, selection, backoff, connection.keepAlive());
    }

    /**
     * Also counts objects, in the same namespaces. To be called before {@link #start}.
     *
     * @param kinds as users call them, such as {@code jobs} or {@code widgets.example.com}
     */
    public KubernetesSource counting(List<String> kinds, Counting counting, Clock clock) {
        objects = kinds.isEmpty() ? null : new ObjectSource(cluster, kinds, counting, backoff, clock);
        return this;
    }

    /** Counts objects and follows no pods, which takes no right but to list and watch them. To be called before {@link #start}. */
    public KubernetesSource alone() {
        alone = true;
        return this;
    }

    /**
     * Also tells what goes wrong in the same namespaces and on the nodes. To be called before {@link #start}.
     *
     * @param goesOn whether an earlier stretch of the run has told what is wrong for long
     */
    public KubernetesSource watchingEvents(boolean goesOn) {
        events = new EventSource(cluster, backoff, goesOn);
        return this;
    }

    /**
     * Asks the node agents, and execs nothing. To be called before {@link #start}.
     *
     * @param namespace where the agents are
     */
    public KubernetesSource throughAgents(String namespace) {
        agents = new AgentSight(cluster, engine, backoff, namespace);
        return this;
    }

    /**
     * Asks the node agents, if there are any, about containers that have no shell. To be called before {@link #start}.
     *
     * @param namespace where the agents would be
     */
    public KubernetesSource throughAgentsWhereNoShell(String namespace) {
        agentsIfAny = new AgentsIfAny(new AgentSight(cluster, engine, backoff, namespace));
        return this;
    }

    /**
     * Puts an ephemeral container beside each container that has no shell. To be called before {@link #start}.
     *
     * @param image of it, which must have {@code sh}
     */
    public KubernetesSource throughDebugContainers(String image) {
        debug = new DebugContainers(cluster, engine, image);
        return this;
    }

    /** What is looked for, for the message that nothing was found. */
    public String lookedFor() {
        return selection.describe(cluster.namespace()) + " at " + cluster.server();
    }

    @Override
    public void start(TargetListener told) throws SourceException {
        TargetListener listener = new OneAtATime(told);
        List<PodScope> scopes = PodScope.of(selection, cluster.namespace());
        ObjectSource counted = objects;
        if (!alone) {
            followPods(scopes, listener);
        }
        if (counted != null) {
            counted.start(scopes, listener);
        }
        followers.forEach(follower -> Threads.start("seep-kube-watch", follower::run));
    }

    private void followPods(List<PodScope> scopes, TargetListener listener) throws SourceException {
        List<OwnerName> owners = owners();
        PodMapper mapper = new PodMapper(selection, new Workloads(new JobOwners(cluster)));
        AgentSight seers = agents;
        if (seers != null) {
            seers.start();
        }
        PodTracker tracker = new PodTracker(engine, introduction(), listener, pod -> belongs(pod, owners));
        for (PodScope scope : scopes) {
            followers.add(new PodFollower(
                    scope, new PodLister(cluster, mapper), new PodWatch(cluster, mapper), tracker, backoff));
        }
        for (PodFollower follower : followers) {
            firstList(follower, scopes);
        }
        if (seers == null) {
            new RightsCheck(cluster, scopes).check();
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

    private Introduction introduction() {
        AgentSight seers = agents;
        Introduction helpers = debug != null ? debug : agentsIfAny;
        return seers != null ? seers.agents() : Objects.requireNonNullElse(helpers, Introduction.PLAIN);
    }

    private List<OwnerName> owners() throws SourceException {
        List<OwnerName> owners = new ArrayList<>();
        for (String owner : selection.owners()) {
            owners.add(OwnerName.parse(owner));
        }
        return owners;
    }

    private static boolean belongs(PodRecord pod, List<OwnerName> owners) {
        return owners.isEmpty()
                || owners.stream()
                        .map(OwnerName::toString)
                        .anyMatch(owner -> owner.equals(pod.workload())
                                || owner.equals(pod.owner())
                                || owner.equals("pod/" + pod.name()));
    }

    private void firstList(PodFollower follower, List<PodScope> scopes) throws SourceException {
        try {
            follower.list();
        } catch (RefusedException e) {
            throw refused(follower.scope(), scopes, e);
        } catch (IllegalArgumentException e) {
            throw new SourceException(e.getMessage() + "; check the server in the kubeconfig", e);
        } catch (IOException e) {
            throw new SourceException(
                    "no cluster answers at " + cluster.server() + " (" + Messages.line(e)
                            + "); check the network, --context and the server in the kubeconfig",
                    e);
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
                                + new RightsCheck(cluster, scopes).missingWords();
                    default -> cluster.server() + " does not list " + scope + " (" + failure.refusal() + ")";
                };
        return new SourceException(message, failure);
    }

    @Override
    public void close() {
        followers.forEach(PodFollower::stop);
        ObjectSource counted = objects;
        if (counted != null) {
            counted.close();
        }
        EventSource watched = events;
        if (watched != null) {
            watched.close();
        }
        AgentSight seers = agents;
        if (seers != null) {
            seers.close();
        }
        AgentsIfAny helpers = agentsIfAny;
        if (helpers != null) {
            helpers.close();
        }
        engine.close();
    }
}
