package dev.seep.source.kubernetes;

import dev.seep.sample.Threads;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the node agents of a cluster, and follows them while they come and go. */
final class AgentSight implements AutoCloseable {
    /** As the manifest of the agent has it. */
    private static final String LABELS = "app.kubernetes.io/name=seep-agent";

    private static final Pattern CONTAINER = Pattern.compile("^seep$");

    private final Cluster cluster;
    private final Agents agents;
    private final PodFollower follower;

    /** @param namespace where they are */
    AgentSight(Cluster cluster, ExecEngine engine, Backoff backoff, String namespace) {
        this.cluster = cluster;
        this.agents = new Agents(cluster);
        KubernetesSelection selection = new KubernetesSelection(
                List.of(namespace), false, LABELS, null, CONTAINER, null, false, false, List.of());
        PodMapper mapper = new PodMapper(selection, new Workloads(new JobOwners(cluster)));
        this.follower = new PodFollower(
                new PodScope(namespace, LABELS, null),
                new PodLister(cluster, mapper),
                new PodWatch(cluster, mapper),
                new PodTracker(engine, Introduction.PLAIN, agents, pod -> true),
                backoff);
    }

    Agents agents() {
        return agents;
    }

    /** @throws SourceException if there is none, or none that may be asked */
    void start() throws SourceException {
        try {
            follower.list();
        } catch (RefusedException e) {
            throw new SourceException(
                    "not allowed to find the agents: " + follower.scope() + " (" + e.refusal()
                            + "); say with --agents NAMESPACE where they are, and allow the verbs get, list and watch on "
                            + "pods there",
                    e);
        } catch (IOException e) {
            throw new ObjectRequests(cluster).noAnswer(e);
        }
        mayBeAsked();
        Threads.start("seep-kube-agents", follower::run);
    }

    private void mayBeAsked() throws SourceException {
        List<@Nullable String> namespaces = new ArrayList<>(agents.namespaces());
        if (namespaces.isEmpty()) {
            throw new SourceException("no agent runs among the " + follower.scope() + " with label " + LABELS
                    + "; seep manifest agent --image IMAGE | kubectl apply -f - starts one on each node, and --agents "
                    + "NAMESPACE says where they are");
        }
        List<MissingRule> missing = missing(namespaces);
        if (!missing.isEmpty()) {
            throw new SourceException("not allowed to ask the agents; the missing rule is "
                    + missing.stream().map(MissingRule::toString).collect(Collectors.joining(" and ")));
        }
    }

    /** Nothing where the cluster does not tell what it allows: then the agents themselves will. */
    private List<MissingRule> missing(List<@Nullable String> namespaces) {
        try {
            return new AccessReviews(cluster).missing(namespaces, AccessRule.ASKING_AGENTS);
        } catch (IOException | RefusedException silent) {
            return List.of();
        }
    }

    @Override
    public void close() {
        follower.stop();
        agents.close();
    }
}
