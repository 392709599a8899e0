package dev.seep.source.local;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.ShellSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Session with a kept {@code sh} process; the PIDs of the tree go at the end of each line. */
final class LocalSession implements ShellSession {
    /** A question with its answer so far. */
    private record Pending(String endMark, StringBuilder out, CompletableFuture<ExecResult> result) {}

    private final Process process;
    private final ProcessTree tree;
    private @Nullable Pending pending;
    private boolean open = true;

    LocalSession(Process process, ProcessTree tree) {
        this.process = process;
        this.tree = tree;
    }

    @Override
    public CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline) {
        List<String> pids = tree.pids();
        Pending question = new Pending(endMark, new StringBuilder(), new CompletableFuture<>());
        synchronized (this) {
            if (pending != null) {
                throw new IllegalStateException("another question is still open");
            }
            if (pids.isEmpty() || !open) {
                return CompletableFuture.completedFuture(ended());
            }
            pending = question;
        }
        question.result().completeOnTimeout(new TimedOut("", ""), deadline.toMillis(), TimeUnit.MILLISECONDS);
        send(line + " " + String.join(" ", pids) + "\n");
        return question.result().whenComplete((result, failure) -> {
            if (!(result instanceof Answered)) {
                close();
            }
        });
    }

    private void send(String line) {
        OutputStream in = process.getOutputStream();
        try {
            in.write(line.getBytes(StandardCharsets.ISO_8859_1));
            in.flush();
        } catch (IOException e) {
            finish(ended());
        }
    }

    /** Collects the shell's output until it ends. */
    void readToEnd() {
        byte[] buffer = new byte[1 << 16];
        try (InputStream out = process.getInputStream()) {
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                received(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // A closed pipe is how this ends when the session is closed.
        }
        close();
    }

    private void received(String text) {
        Pending question;
        synchronized (this) {
            question = pending;
        }
        if (question == null) {
            return;
        }
        StringBuilder out = question.out().append(text);
        String lastLine = question.endMark() + "\n";
        int at = out.length() - lastLine.length();
        if (at >= 0 && out.indexOf(lastLine, at) == at && (at == 0 || out.charAt(at - 1) == '\n')) {
            finish(new Answered(out.toString()));
        } else if (out.length() > ExecResult.MAX_OUTPUT) {
            finish(new Failed(GapReason.TRUNCATED, "a script printed more than " + ExecResult.MAX_OUTPUT + " bytes"));
        }
    }

    private void finish(ExecResult result) {
        Pending question;
        synchronized (this) {
            question = pending;
            pending = null;
        }
        if (question != null) {
            question.result().complete(result);
        }
    }

    private Failed ended() {
        boolean gone = tree.members().isEmpty();
        return gone
                ? new Failed(GapReason.TARGET_GONE, "process " + tree.rootPid() + " and all its children have ended")
                : new Failed(GapReason.UNREACHABLE, "the shell beside process " + tree.rootPid() + " has ended");
    }

    @Override
    public synchronized boolean isOpen() {
        return open && process.isAlive();
    }

    /** Closing standard input ends a shell that waits; one that hangs is killed. */
    @Override
    public void close() {
        synchronized (this) {
            if (!open) {
                return;
            }
            open = false;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        process.destroyForcibly();
        finish(ended());
    }
}
