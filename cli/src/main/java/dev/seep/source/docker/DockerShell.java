package dev.seep.source.docker;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import dev.seep.source.docker.DockerExecs.Command;
import dev.seep.source.exec.ExecFailures;
import dev.seep.source.exec.ExecTarget;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shell in one life of a container. The engine knows containers and not their lives, so this is told the end. */
final class DockerShell implements Shell {
    private final DockerExecs execs;
    private final ExecTarget target;
    private final String container;
    private volatile boolean running = true;

    /** @param container ID of it */
    DockerShell(DockerExecs execs, ExecTarget target, String container) {
        this.execs = execs;
        this.target = target;
        this.container = container;
    }

    /** While it does not run everything fails: an exec might get into the next life. */
    void running(boolean now) {
        running = now;
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        return running
                ? execs.run(new Command(target, container, script, false, deadline))
                : CompletableFuture.completedFuture(ExecFailures.gone(target));
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        return running
                ? execs.open(new Command(target, container, script, true, deadline))
                : CompletableFuture.completedFuture(new Opening.Refused(ExecFailures.gone(target)));
    }
}
