package dev.seep.source.kubernetes.exec;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import dev.seep.source.exec.ExecFailures;
import dev.seep.source.exec.ExecTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shell that runs scripts in one life of a container. The server knows containers by name only, so this is told when to
 * stop.
 */
public final class ContainerShell implements Shell {
    private final ExecEngine engine;
    private final ExecTarget target;
    private volatile boolean running = true;

    public ContainerShell(ExecEngine engine, ExecTarget target) {
        this.engine = engine;
        this.target = target;
    }

    /** While it does not run everything fails: an exec would leak in the API server, or get into the next life. */
    public void running(boolean now) {
        running = now;
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        return running ? engine.run(target, script, deadline) : gone();
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        return running
                ? engine.open(target, script, deadline)
                : CompletableFuture.completedFuture(new Opening.Refused(ExecFailures.gone(target)));
    }

    @Override
    public CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return running ? engine.fetch(target, address, deadline) : gone();
    }

    @Override
    public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return running ? Shell.super.observe(probes, deadline) : gone();
    }

    private CompletionStage<ExecResult> gone() {
        return CompletableFuture.completedFuture(ExecFailures.gone(target));
    }
}
