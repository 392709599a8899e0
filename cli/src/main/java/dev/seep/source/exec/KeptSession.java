package dev.seep.source.exec;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Session of a script that stays, over one open exec. Between questions it holds no buffers. The shell greets first, so
 * that one which cannot start is noticed when it is opened. Lock order as in {@link OneShot}.
 */
public final class KeptSession implements ShellSession, ExecChannels {
    private static final String GREETING = "seep-shell-is-up";
    private static final int LONGEST_ERROR = 4 << 10;

    private final ExecTarget target;
    private final Deadlines deadlines;
    private final Executor workers;
    private final Consumer<ExecChannels> whenClosed;
    private final ExecConnection connection;
    private final ChannelBuffer out = new ChannelBuffer(ExecResult.MAX_OUTPUT);
    private final ChannelBuffer err = new ChannelBuffer(LONGEST_ERROR);
    private @Nullable Question question;
    private long questions;
    private boolean closed;

    /** Pending greeting, or answer to a line. */
    private record Question(
            long number, EndMarkScanner mark, CompletableFuture<ExecResult> answer, Future<?> timeout) {}

    public KeptSession(
            ExecTarget target,
            ExecConnection connection,
            Deadlines deadlines,
            Executor workers,
            Consumer<ExecChannels> whenClosed) {
        this.target = target;
        this.deadlines = deadlines;
        this.workers = workers;
        this.whenClosed = whenClosed;
        this.connection = connection;
    }

    /** Sends the program to the shell that waits for it. */
    public void begin(String program) {
        connection.send(
                new Bootstrap(target).input("echo " + GREETING + "\n" + program).getBytes(StandardCharsets.UTF_8));
    }

    /** To be called once, before anything is asked. */
    public CompletionStage<Opening> opening(Duration deadline) {
        return expect(GREETING, deadline)
                .thenApply(result ->
                        result instanceof ExecResult.Answered ? new Opening.Opened(this) : new Opening.Refused(result));
    }

    @Override
    public CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline) {
        CompletionStage<ExecResult> answer = expect(endMark, deadline);
        connection.send((line + '\n').getBytes(StandardCharsets.ISO_8859_1));
        return answer;
    }

    private synchronized CompletionStage<ExecResult> expect(String mark, Duration deadline) {
        if (question != null) {
            throw new IllegalStateException("a question to " + target + " is still open");
        }
        if (closed) {
            return CompletableFuture.completedFuture(ExecFailures.closed(target));
        }
        CompletableFuture<ExecResult> answer = new CompletableFuture<>();
        long number = ++questions;
        question = new Question(
                number, new EndMarkScanner(mark), answer, deadlines.after(deadline, () -> timedOut(number)));
        return answer;
    }

    @Override
    public void out(ByteBuffer data) {
        boolean tooMuch;
        synchronized (this) {
            tooMuch = question != null && collect(question, data);
        }
        if (tooMuch) {
            connection.close();
        }
    }

    /** Whether that was more than is kept. */
    private boolean collect(Question asked, ByteBuffer data) {
        out.add(data);
        int length = asked.mark().find(out);
        if (length >= 0) {
            finish(new ExecResult.Answered(out.text(length)));
        } else if (out.overflowed()) {
            fail(ExecFailures.truncated(target, ExecResult.MAX_OUTPUT));
        }
        return closed;
    }

    @Override
    public synchronized void err(ByteBuffer data) {
        if (question != null) {
            err.add(data);
        }
    }

    @Override
    public synchronized void ended(ExecEnd end) {
        fail(
                end instanceof ExecEnd.Exit exit
                        ? exited(exit.status())
                        : ExecFailures.broken(target, (ExecEnd.Broken) end));
    }

    private ExecResult.Failed exited(int status) {
        String output = out.text() + err.text();
        return RuntimeErrors.saysNoShell(status, output)
                ? ExecFailures.noShell(target, output)
                : new ExecResult.Failed(
                        GapReason.FAILED,
                        Messages.line(target + ": the script ended with status " + status + " " + err.text()));
    }

    @Override
    public void failed(ExecResult.Failed failure) {
        synchronized (this) {
            fail(failure);
        }
    }

    private void timedOut(long number) {
        synchronized (this) {
            Question asked = question;
            if (asked == null || asked.number() != number) {
                return;
            }
            fail(new ExecResult.TimedOut(out.text(), err.text()));
        }
        connection.close();
    }

    /** After anything but an answer nobody knows the question of a late one. */
    private void fail(ExecResult how) {
        closed = true;
        whenClosed.accept(this);
        finish(how);
    }

    private void finish(ExecResult how) {
        Question asked = question;
        question = null;
        out.clear();
        err.clear();
        if (asked != null) {
            asked.timeout().cancel(false);
            workers.execute(() -> asked.answer().complete(how));
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                fail(ExecFailures.closed(target));
            }
        }
        connection.close();
    }
}
