package dev.seep.source.kubernetes.standin;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import dev.seep.source.kubernetes.exec.NoExecShell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Shell that runs nothing in a container, and asks its node's agent for readings.
 *
 * @param node of the container
 * @param container the first digits of its ID
 * @param exec for data fetched without a program in it
 */
record AgentShell(NodeAgents agents, String node, String container, Shell exec) implements NoExecShell {
    @Override
    public String why() {
        return "nothing is run in a container that an agent looks at";
    }

    @Override
    public CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return exec.fetch(address, deadline);
    }

    @Override
    public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return agents.observe(node, container, probes, deadline);
    }
}
