package dev.seep.source.kubernetes.standin;

import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.exec.PodProxy;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Node agents that run now. Questions for the same one within a few milliseconds travel in one request, through the API
 * server. Safe for use by several threads.
 */
final class NodeAgents implements TargetListener, ShellDecorator {
    private static final int PORT = 9465;
    private static final Set<String> KNOWN = Set.of("memory", "fds", "processes", "threads", "zombies", "sockets");
    private static final int REQUESTS = 32;
    /** Keeps the address of a request below 8 KiB. */
    private static final int MOST_AT_ONCE = 400;

    private static final int DIGITS = 12;
    private static final Pattern ID = Pattern.compile(".*://([0-9a-f]{12})[0-9a-f]*");
    private static final Duration GATHER = Duration.ofMillis(5);

    private final PodProxy proxy;
    private final Deadlines deadlines;
    private final Map<String, Map<Target, ExecTarget>> agents = new HashMap<>();
    private final Map<String, AgentBatch> rounds = new HashMap<>();

    NodeAgents(Cluster cluster) {
        proxy = new PodProxy(cluster, REQUESTS);
        deadlines = new Deadlines(Runnable::run);
    }

    @Override
    public synchronized void appeared(LiveTarget agent) {
        agents.computeIfAbsent(agent.node(), none -> new LinkedHashMap<>())
                .put(agent.target(), ShellDecorator.execTarget(agent.target()));
    }

    @Override
    public synchronized void vanished(Target agent, Map<String, String> detail) {
        agents.values().forEach(some -> some.remove(agent));
    }

    @Override
    public void troubled(String message) {
        // Those known are asked as before; a missing answer is a gap with its own words.
    }

    /** Whether all of these probes are among those of an agent, which runs nothing. */
    static boolean know(List<String> probes) {
        return KNOWN.containsAll(probes);
    }

    synchronized boolean isOn(String node) {
        return !agents.getOrDefault(node, Map.of()).isEmpty();
    }

    /** Namespaces of the agents. */
    synchronized List<String> namespaces() {
        return agents.values().stream()
                .flatMap(some -> some.keySet().stream())
                .map(Target::namespace)
                .distinct()
                .toList();
    }

    @Override
    public LiveTarget decorate(LiveTarget live, String container) {
        var id = ID.matcher(container);
        AgentShell shell = new AgentShell(this, live.node(), id.matches() ? id.group(1) : "", live.shell());
        return new LiveTarget(live.target(), live.life(), live.node(), shell, live.node());
    }

    synchronized CompletionStage<ExecResult> observe(
            String node, String container, List<String> probes, Duration deadline) {
        if (container.length() < DIGITS) {
            return CompletableFuture.completedFuture(
                    new Failed(GapReason.ABSENT, "the API does not say the ID of this container on node " + node));
        }
        AgentBatch round = rounds.get(node);
        if (round == null || round.size() >= MOST_AT_ONCE) {
            AgentBatch next = new AgentBatch();
            rounds.put(node, next);
            var unused = deadlines.after(GATHER, () -> send(node, next));
            round = next;
        }
        return round.add(container, probes, deadline);
    }

    private void send(String node, AgentBatch round) {
        Optional<ExecTarget> agent = take(node, round);
        if (agent.isEmpty()) {
            round.fail(new Failed(
                    GapReason.UNREACHABLE,
                    "no agent runs on node " + node
                            + "; seep manifest agent --image IMAGE | kubectl apply -f - starts one on each node"));
            return;
        }
        var unused = proxy.fetch(agent.get(), "http:" + PORT + "/v1/look?" + round.query(), round.deadline())
                .thenAccept(result -> answered(node, round, result));
    }

    private synchronized Optional<ExecTarget> take(String node, AgentBatch round) {
        rounds.remove(node, round);
        return agents.getOrDefault(node, Map.of()).values().stream().reduce((earlier, later) -> later);
    }

    private static void answered(String node, AgentBatch round, ExecResult result) {
        if (!(result instanceof Exited exited)) {
            round.fail(result);
            return;
        }
        String agent = "the agent of node " + node;
        try {
            round.complete(
                    AgentResponse.parse(exited.out()),
                    new Failed(GapReason.TRUNCATED, agent + " left a container out"));
        } catch (IllegalArgumentException wrong) {
            round.fail(new Failed(GapReason.MALFORMED, agent + " cannot be understood: " + wrong.getMessage()));
        }
    }

    void close() {
        deadlines.close();
    }
}
