package dev.seep.source.kubernetes.standin;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.Shell;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.exec.DelegatingShell;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shell for one life of a container. Where no script can be run it takes the figures of its node's kubelet.
 *
 * @param since start of this life
 */
record KubeletShell(Shell inside, KubeletMetrics kubelets, ExecTarget target, String node, Instant since)
        implements DelegatingShell {
    @Override
    public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return inside.observe(probes, deadline)
                .thenCompose(result -> result instanceof Failed failed && failed.reason() == GapReason.NO_SHELL
                        ? kubelets.observe(target, node, since, probes, deadline)
                        : CompletableFuture.completedFuture(result));
    }
}
