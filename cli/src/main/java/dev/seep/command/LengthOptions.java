package dev.seep.command;

import dev.seep.run.EndConditions;
import dev.seep.run.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the length of a run and of its early end. */
final class LengthOptions {
    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long to poll, such as 8h. Default: until Ctrl-C, or until the watched processes end.")
    @Nullable
    Duration length;

    /** Reason for a run to end before its time. */
    enum StopWhen {
        DECIDED
    }

    @Option(
            names = "--stop-when",
            paramLabel = "decided",
            description =
                    "End before --for is over once it is beyond doubt that something leaks; never before half of it.")
    @Nullable
    StopWhen stopWhen;

    @Option(
            names = "--fail-fast",
            description =
                    "End with exit code 1 at the first fact: a limit reached, restarts that fail the run, a broken ceiling.")
    boolean failFast;

    /** @throws UsageException if they do not go together */
    EndConditions checked() {
        if (stopWhen != null && length == null) {
            throw new UsageException("--stop-when decided needs --for: half of it must be over");
        }
        return new EndConditions(length, stopWhen != null, failFast);
    }
}
