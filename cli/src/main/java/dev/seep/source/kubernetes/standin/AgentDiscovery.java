package dev.seep.source.kubernetes.standin;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.AccessRule;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.MissingRule;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.RightsCheck;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.source.kubernetes.pods.PodFollower;
import dev.seep.source.kubernetes.pods.PodScope;
import dev.seep.source.kubernetes.pods.PodTracker;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Discovery of the node agents of a cluster, followed while they come and go. */
public final class AgentDiscovery implements AutoCloseable {
    /** As the manifest of the agent has it. */
    private static final String LABELS = "app.kubernetes.io/name=seep-agent";

    private static final Pattern CONTAINER = Pattern.compile("^seep$");

    private final Cluster cluster;
    private final NodeAgents agents;
    private final PodScope scope;
    private final ListWatch<?> watch;

    /** @param namespace of the agents */
    public AgentDiscovery(Cluster cluster, ExecEngine engine, Backoff backoff, String namespace) {
        this.cluster = cluster;
        this.agents = new NodeAgents(cluster);
        KubernetesSelection selection = new KubernetesSelection(
                List.of(namespace), false, LABELS, null, CONTAINER, null, false, false, List.of());
        this.scope = new PodScope(namespace, LABELS, null);
        PodTracker tracker = new PodTracker(engine, ShellDecorator.PLAIN, agents, pod -> true);
        this.watch = PodFollower.watch(cluster, scope, selection, tracker, backoff);
    }

    /** Has containers seen by the agents of their nodes alone. */
    public ShellDecorator decorator() {
        return agents;
    }

    NodeAgents agents() {
        return agents;
    }

    /** @throws SourceException if there is none, or none that may be asked */
    public void start() throws SourceException {
        try {
            watch.list();
        } catch (RefusedException e) {
            throw new SourceException(
                    "not allowed to find the agents: " + scope + " (" + e.refusal()
                            + "); say with --agents NAMESPACE where they are, and allow the verbs get, list and watch on "
                            + "pods there",
                    e);
        } catch (IOException e) {
            throw new ObjectRequests(cluster).noAnswer(e);
        }
        mayBeAsked();
        watch.start("seep-kube-agents");
    }

    private void mayBeAsked() throws SourceException {
        List<@Nullable String> namespaces = new ArrayList<>(agents.namespaces());
        if (namespaces.isEmpty()) {
            throw new SourceException("no agent runs among the " + scope + " with label " + LABELS
                    + "; seep manifest agent --image IMAGE | kubectl apply -f - starts one on each node, and --agents "
                    + "NAMESPACE says where they are");
        }
        // Where the cluster does not tell its rights, the agents themselves will.
        List<MissingRule> missing = new RightsCheck(cluster, namespaces).missing(AccessRule.ASKING_AGENTS);
        if (!missing.isEmpty()) {
            throw new SourceException(
                    "not allowed to ask the agents; the missing rule is " + MissingRule.words(missing));
        }
    }

    @Override
    public void close() {
        watch.stop();
        agents.close();
    }
}
