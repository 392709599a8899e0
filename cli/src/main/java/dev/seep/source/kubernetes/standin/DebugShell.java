package dev.seep.source.kubernetes.standin;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import dev.seep.source.ShellSession;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.exec.DelegatingShell;
import dev.seep.source.kubernetes.exec.ExecEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shell in a container; where it has none, in its debug container, which sees the same processes. There the processes
 * of the container itself are named to the scripts, as arguments or at the end of each question.
 */
final class DebugShell implements DelegatingShell {
    /** Place of process IDs in a line. */
    private static final String PIDS = " seep-pids-here";

    /** Sets P to the processes whose cgroup is that of the container; one that cannot be where there is none. */
    private static final String FIND = """
            pids() {
            P=
            for p in /proc/[0-9]*; do
            l=
            read -r l <$p/cgroup
            case $l in *CONTAINER*) P="$P ${p#/proc/}";; esac
            done
            P=${P:- 0}
            }
            """;

    private static final String ONCE = "{ pids; } 2>/dev/null\nset -- $P\n";

    private static final String RESIDENT = """
            {
            while IFS= read -r q; do
            case $q in *"PIDS") pids; printf '%s\\n' "${q%PIDS}$P";; *) printf '%s\\n' "$q";; esac
            done
            } 2>/dev/null | {
            PROGRAM
            }
            """;

    private final Shell inside;
    private final ExecEngine engine;
    private final DebugContainers containers;
    private final ExecTarget target;
    private final ExecTarget beside;
    private final String find;
    private volatile boolean outside;
    private @Nullable CompletableFuture<Optional<Failed>> started;

    /** @param id of the container, in 64 digits */
    DebugShell(Shell inside, ExecEngine engine, DebugContainers containers, ExecTarget target, String id) {
        this.inside = inside;
        this.engine = engine;
        this.containers = containers;
        this.target = target;
        this.beside = DebugContainers.beside(target);
        this.find = FIND.replace("CONTAINER", id);
    }

    /** Script that sets P to the container's processes. */
    String finding() {
        return find;
    }

    @Override
    public Shell inside() {
        return inside;
    }

    @Override
    public String through() {
        return outside ? "debug container" : "";
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        if (!outside) {
            return inside.run(script, deadline)
                    .thenCompose(result ->
                            saysNoShell(result) ? run(script, deadline) : CompletableFuture.completedFuture(result));
        }
        return whenStarted(deadline, left -> engine.run(beside, find + ONCE + script, left), failed -> failed);
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        if (!outside) {
            return inside.open(script, deadline)
                    .thenCompose(opening -> opening instanceof Opening.Refused refused && saysNoShell(refused.result())
                            ? open(script, deadline)
                            : CompletableFuture.completedFuture(opening));
        }
        String program = find + RESIDENT.replace("PIDS", PIDS).replace("PROGRAM", script);
        return whenStarted(
                deadline,
                left -> engine.open(beside, program, left)
                        .thenApply(opening -> opening instanceof Opening.Opened opened
                                ? new Opening.Opened(new Session(opened.session()))
                                : opening),
                Opening.Refused::new);
    }

    private boolean saysNoShell(ExecResult result) {
        outside = result.failedFor(GapReason.NO_SHELL);
        return outside;
    }

    /** A start that failed for now is tried again by the next one that asks. */
    private <T> CompletionStage<T> whenStarted(
            Duration deadline, Function<Duration, CompletionStage<T>> then, Function<ExecResult, T> otherwise) {
        CompletableFuture<Optional<Failed>> start = start();
        long asked = System.nanoTime();
        return start.copy()
                .<Optional<? extends ExecResult>>thenApply(failed -> failed)
                .completeOnTimeout(Optional.of(new TimedOut("", "")), deadline.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(failed -> failed.isPresent()
                        ? CompletableFuture.completedFuture(otherwise.apply(failed.get()))
                        : then.apply(deadline.minusNanos(System.nanoTime() - asked)));
    }

    private synchronized CompletableFuture<Optional<Failed>> start() {
        CompletableFuture<Optional<Failed>> start = started;
        if (start == null || (start.isDone() && start.join().isPresent())) {
            start = containers.start(target);
            started = start;
        }
        return start;
    }

    /** Asks for process IDs with each question. */
    private record Session(ShellSession session) implements ShellSession {
        @Override
        public CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline) {
            return session.ask(line + PIDS, endMark, deadline);
        }

        @Override
        public boolean isOpen() {
            return session.isOpen();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
