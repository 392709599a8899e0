package dev.seep.source.exec;

import dev.seep.sample.Threads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timer thread that wakes up whoever waits for a time, however many they are; the work itself is done by others. */
public final class Deadlines {
    private final ScheduledThreadPoolExecutor timer;
    private final Executor workers;

    public Deadlines(Executor workers) {
        this.workers = workers;
        timer = new ScheduledThreadPoolExecutor(1, Threads.named("seep-exec-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does nothing once closed. */
    public Future<?> after(Duration delay, Runnable work) {
        return timer.schedule(() -> workers.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void every(Duration period, Runnable work) {
        Future<?> unused = timer.scheduleAtFixedRate(
                () -> workers.execute(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void close() {
        timer.shutdownNow();
    }
}
