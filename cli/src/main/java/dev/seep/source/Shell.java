package dev.seep.source;

import dev.seep.sample.GapReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shell that runs POSIX {@code sh} scripts in one incarnation of a target. Safe for use by several threads. Nothing
 * here blocks, and no returned stage ends exceptionally because of the target: failures are {@link ExecResult}s.
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
     * Fetches data of the target without a program in it.
     *
     * @param address {@code http:PORT/PATH} for an endpoint of the target, {@code objects} for the counts of a scope
     * @return {@link ExecResult.Exited} with status 0 and the data as output, or {@link ExecResult.Failed}
     */
    default CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return CompletableFuture.completedFuture(new ExecResult.Failed(
                GapReason.ABSENT, "this source has no way to get " + address + "; run a command instead"));
    }

    /** Stand-in for the target's own shell, in a word or two for people; empty as long as there is none. */
    default String through() {
        return "";
    }

    /**
     * Readings of the target by the source itself, where nothing can be run in it.
     *
     * @param probes names of the probes that are asked
     * @return {@link ExecResult.Seen}, or {@link ExecResult.Failed}: with {@code NO_SHELL} where there is no such way,
     *     and how there would be one as message, if any is known
     */
    default CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return CompletableFuture.completedFuture(new ExecResult.Failed(GapReason.NO_SHELL, ""));
    }

    /** Result of opening a session. */
    sealed interface Opening {
        record Opened(ShellSession session) implements Opening {}

        record Refused(ExecResult result) implements Opening {}
    }
}
