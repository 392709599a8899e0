package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gets the counts of a namespace, which are kept up to date all the time; runs nothing. */
record CountingShell(ObjectCounts counts, String namespace) implements Shell {
    private static final ExecResult.Failed NO_SHELL =
            new ExecResult.Failed(GapReason.NO_SHELL, "objects that are counted run no commands");

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        return CompletableFuture.completedFuture(NO_SHELL);
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        return CompletableFuture.completedFuture(new Opening.Refused(NO_SHELL));
    }

    @Override
    public CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return CompletableFuture.completedFuture(counts.figures(namespace));
    }
}
