package dev.seep.source.kubernetes;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that wakes up whoever waits for a time, however many they are; the work itself is done by others. */
final class Deadlines {
    private final ScheduledThreadPoolExecutor timer;
    private final Executor workers;

    Deadlines(Executor workers) {
        this.workers = workers;
        timer = new ScheduledThreadPoolExecutor(1, Threads.named("seep-kube-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does nothing once closed. */
    Future<?> after(Duration delay, Runnable work) {
        return timer.schedule(() -> workers.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void every(Duration period, Runnable work) {
        Future<?> unused = timer.scheduleAtFixedRate(
                () -> workers.execute(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    void close() {
        timer.shutdownNow();
    }
}
