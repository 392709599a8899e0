package dev.seep.source;

import java.time.Duration;
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

    /** How the opening of a session ended. */
    sealed interface Opening {
        record Opened(ShellSession session) implements Opening {}

        record Refused(ExecResult result) implements Opening {}
    }
}
