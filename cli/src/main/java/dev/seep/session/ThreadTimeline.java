package dev.seep.session;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Timeline on a thread of its own and the clocks of this machine. */
public final class ThreadTimeline implements Timeline, AutoCloseable {
    private final Clock clock;
    private final Consumer<Throwable> defect;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "soak"));

    /** @param defect told when a task fails, which no task may */
    public ThreadTimeline(Clock clock, Consumer<Throwable> defect) {
        this.clock = clock;
        this.defect = defect;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable task) {
        at(nanos(), task);
    }

    @Override
    public void at(long nanos, Runnable task) {
        try {
            var unused = thread.schedule(() -> guarded(task), nanos - nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // A late answer of a target after the end of the run: nobody waits for it any more.
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            defect.accept(failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
