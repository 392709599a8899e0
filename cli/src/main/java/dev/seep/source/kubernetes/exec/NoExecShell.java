package dev.seep.source.kubernetes.exec;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.Shell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shell by which nothing is run, because the readings come another way. */
public interface NoExecShell extends Shell {
    /** Why, for people. */
    String why();

    @Override
    default CompletionStage<ExecResult> run(String script, Duration deadline) {
        return CompletableFuture.completedFuture(new Failed(GapReason.NO_SHELL, why()));
    }

    @Override
    default CompletionStage<Opening> open(String script, Duration deadline) {
        return CompletableFuture.completedFuture(new Opening.Refused(new Failed(GapReason.NO_SHELL, why())));
    }
}
