package dev.seep.source.kubernetes.standin;

import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import dev.seep.source.kubernetes.exec.DelegatingShell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shell for one life of a container. Where no script can be run its node's agent is asked, which sees more and more
 * often than the kubelet, or the kubelet if the node has no agent. It stays with that: the two count a little
 * differently, and a series must not step because of it.
 */
final class AgentOrKubeletShell implements DelegatingShell {
    private final Shell inside;
    private final Shell agent;
    private final Supplier<CompletableFuture<Boolean>> agentIsThere;
    private @Nullable CompletableFuture<Boolean> byAgent;

    AgentOrKubeletShell(Shell inside, Shell agent, Supplier<CompletableFuture<Boolean>> agentIsThere) {
        this.inside = inside;
        this.agent = agent;
        this.agentIsThere = agentIsThere;
    }

    @Override
    public Shell inside() {
        return inside;
    }

    @Override
    public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        if (!NodeAgents.know(probes)) {
            return inside.observe(probes, deadline);
        }
        return byAgent()
                .thenCompose(agents -> (agents ? agent : inside).observe(probes, deadline))
                .completeOnTimeout(new TimedOut("", ""), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Boolean> byAgent() {
        if (byAgent == null) {
            byAgent = agentIsThere.get();
        }
        return byAgent;
    }
}
