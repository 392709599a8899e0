package dev.seep.source;

import dev.seep.sample.GapReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs POSIX {@code sh} scripts inside one incarnation of a target. Safe for use by several threads. Nothing here
 * blocks, and no returned stage ends exceptionally because of the target: failures are {@link ExecResult}s.
 */
public interface Shell {
    /** Runs {@code sh -c SCRIPT} once, with closed standard input. */
    CompletionStage<ExecResult> run(String script, Duration deadline);

    /**
     * Starts {@code sh -c SCRIPT} and keeps it, for scripts that answer a line on standard input with a block on
     * standard output.
     *
     * @param deadline for the opening alone
     */
    CompletionStage<Opening> open(String script, Duration deadline);

    /**
     * Gets what the source can have of the target without a program in it.
     *
     * @param address {@code http:PORT/PATH} for an endpoint of the target, {@code objects} for the counts of a scope
     * @return {@link ExecResult.Exited} with status 0 and what was got as output, or {@link ExecResult.Failed}
     */
    default CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return CompletableFuture.completedFuture(new ExecResult.Failed(
                GapReason.ABSENT, "this source has no way to get " + address + "; run a command instead"));
    }

    /** What stands in for a shell of the target itself, in a word or two for people; empty as long as nothing does. */
    default String through() {
        return "";
    }

    /**
     * Reads what the source itself can see of the target, where nothing can be run in it.
     *
     * @param probes names of the probes that are asked
     * @return {@link ExecResult.Seen}, or {@link ExecResult.Failed}: with {@code NO_SHELL} where there is no such way,
     *     and how there would be one as message, if any is known
     */
    default CompletionStage<ExecResult> look(List<String> probes, Duration deadline) {
        return CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.NO_SHELL, ""));
    }

    /** How the opening of a session ended. */
    sealed interface Opening {
        record Opened(ShellSession session) implements Opening {}

        record Refused(ExecResult result) implements Opening {}
    }
}
