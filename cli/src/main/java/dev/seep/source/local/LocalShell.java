package dev.seep.source.local;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shell beside a process tree: {@code sh} as a child of seep, which is told the PIDs of the tree, as arguments of a
 * script that runs once, at the end of each line for a session.
 */
final class LocalShell implements Shell {
    private final ProcessTree tree;
    private final ExecutorService readers;

    /** @param readers runs readers of pipes, each on its own thread */
    LocalShell(ProcessTree tree, ExecutorService readers) {
        this.tree = tree;
        this.readers = readers;
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        List<String> pids = tree.pids();
        if (pids.isEmpty()) {
            return CompletableFuture.completedFuture(gone());
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "seep"));
        command.addAll(pids);
        Process process;
        try {
            process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return CompletableFuture.completedFuture(noShell(e));
        }
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        CompletableFuture<ExecResult> result = CompletableFuture.allOf(out, err)
                .thenCombine(process.onExit(), (done, ended) -> result(ended.exitValue(), out.join(), err.join()));
        return result.completeOnTimeout(new TimedOut("", ""), deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> process.destroyForcibly());
    }

    private static ExecResult result(int status, String out, String err) {
        if (Math.max(out.length(), err.length()) > ExecResult.MAX_OUTPUT) {
            return new Failed(GapReason.TRUNCATED, "a script printed more than " + ExecResult.MAX_OUTPUT + " bytes");
        }
        return new Exited(status, out, err);
    }

    private CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readNBytes(ExecResult.MAX_OUTPUT + 1), StandardCharsets.ISO_8859_1);
                    } catch (IOException e) {
                        return "";
                    }
                },
                readers);
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        try {
            Process process = new ProcessBuilder("sh", "-c", script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            LocalSession session = new LocalSession(process, tree);
            readers.execute(session::readToEnd);
            return CompletableFuture.completedFuture(new Opening.Opened(session));
        } catch (IOException e) {
            return CompletableFuture.completedFuture(new Opening.Refused(noShell(e)));
        }
    }

    private static Failed noShell(IOException cause) {
        return new Failed(GapReason.NO_SHELL, "cannot start sh on this machine: " + cause.getMessage());
    }

    private Failed gone() {
        return new Failed(GapReason.TARGET_GONE, "process " + tree.rootPid() + " and all its children have ended");
    }
}
