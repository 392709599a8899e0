package dev.seep.source.exec;

import dev.seep.source.ExecResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Exec of a script that runs once. Lock order: that of the connection before that of this; the deadline, which comes without
 * the connection's lock, closes the connection only after it let go of this one.
 */
public final class OneShot implements ExecChannels {
    private final ExecTarget target;
    private final Executor workers;
    private final Consumer<ExecChannels> whenClosed;
    private final ExecConnection connection;
    private final Future<?> timeout;
    private final ChannelBuffer out = new ChannelBuffer(ExecResult.MAX_OUTPUT);
    private final ChannelBuffer err = new ChannelBuffer(ExecResult.MAX_OUTPUT);
    private final CompletableFuture<ExecResult> result = new CompletableFuture<>();
    private boolean done;

    public OneShot(
            ExecTarget target,
            ExecConnection connection,
            Duration deadline,
            Deadlines deadlines,
            Executor workers,
            Consumer<ExecChannels> whenClosed) {
        this.whenClosed = whenClosed;
        this.target = target;
        this.workers = workers;
        this.connection = connection;
        // A deadline that passes at once waits for the exec it cancels.
        synchronized (this) {
            this.timeout = deadlines.after(deadline, this::timedOut);
        }
    }

    public CompletionStage<ExecResult> result() {
        return result;
    }

    @Override
    public void out(ByteBuffer data) {
        add(out, data);
    }

    @Override
    public void err(ByteBuffer data) {
        add(err, data);
    }

    private void add(ChannelBuffer buffer, ByteBuffer data) {
        synchronized (this) {
            buffer.add(data);
            if (!buffer.overflowed()) {
                return;
            }
            finish(ExecFailures.truncated(target, ExecResult.MAX_OUTPUT));
        }
        connection.close();
    }

    @Override
    public synchronized void ended(ExecEnd end) {
        if (end instanceof ExecEnd.Exit exit) {
            finish(exited(exit.status(), out.text(), err.text()));
        } else if (end instanceof ExecEnd.Broken broken) {
            finish(ExecFailures.broken(target, broken));
        }
    }

    private ExecResult exited(int status, String output, String errors) {
        return RuntimeErrors.saysNoShell(status, output + errors)
                ? ExecFailures.noShell(target, output + errors)
                : new ExecResult.Exited(status, output, errors);
    }

    @Override
    public synchronized void failed(ExecResult.Failed failure) {
        finish(failure);
    }

    private void timedOut() {
        synchronized (this) {
            finish(new ExecResult.TimedOut(out.text(), err.text()));
        }
        connection.close();
    }

    @Override
    public void close() {
        synchronized (this) {
            finish(ExecFailures.closed(target));
        }
        connection.close();
    }

    private void finish(ExecResult how) {
        if (!done) {
            done = true;
            timeout.cancel(false);
            whenClosed.accept(this);
            out.clear();
            err.clear();
            // Whoever waits must not run while locks are held.
            workers.execute(() -> result.complete(how));
        }
    }
}
