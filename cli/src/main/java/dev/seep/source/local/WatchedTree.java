package dev.seep.source.local;

import dev.seep.sample.Text;
import dev.seep.source.SourceException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Process tree with the way it came to be watched.
 *
 * @param process null if seep did not start it
 * @param output file of its output, null if that is not kept
 */
record WatchedTree(
        String name,
        ProcessTree tree,
        @Nullable Process process,
        @Nullable Path output) {
    private static final long GRACE_MILLIS = 3000;

    static WatchedTree running(long pid) throws SourceException {
        ProcessHandle handle = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() ->
                        new SourceException("no process " + pid + " on this machine: see ps -e for those there are"));
        String command = handle.info().command().orElse("");
        String file = Text.harmless(command.substring(command.lastIndexOf('/') + 1));
        return new WatchedTree(file.isEmpty() ? "pid-" + pid : file + "-" + pid, new ProcessTree(handle), null, null);
    }

    static WatchedTree started(LaunchedCommand launchedCommand) throws SourceException {
        Redirect output = launchedCommand.output() == null
                ? Redirect.DISCARD
                : Redirect.appendTo(launchedCommand.output().toFile());
        try {
            Process process = new ProcessBuilder(launchedCommand.command())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            return new WatchedTree(
                    launchedCommand.name(), new ProcessTree(process.toHandle()), process, launchedCommand.output());
        } catch (IOException e) {
            throw new SourceException("cannot start " + launchedCommand.name() + ": " + e.getMessage(), e);
        }
    }

    boolean isOurs() {
        return process != null;
    }

    /**
     * End of the tree, as far as known: {@code reason} such as {@code exit 0}; of a program its output and its last
     * lines.
     */
    Map<String, String> end() {
        String reason = process != null && hasExitValue(process) ? "exit " + process.exitValue() : "ended";
        return output == null
                ? Map.of("reason", reason)
                : Map.of("reason", reason, "output", output.toString(), "said", OutputTail.of(output));
    }

    /** A process is gone a moment before its exit value is known. */
    private static boolean hasExitValue(Process process) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /** Asks all its processes to end, children first, so that no parent starts another one for the lost one. */
    void terminate() {
        List<ProcessHandle> members = new ArrayList<>(tree.members());
        Collections.reverse(members);
        members.forEach(ProcessHandle::destroy);
    }

    /** Waits until they have ended, and kills those that do not. */
    void awaitEnd() {
        List<ProcessHandle> members = tree.members();
        CompletableFuture.allOf(members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        tree.members().forEach(ProcessHandle::destroyForcibly);
    }
}
