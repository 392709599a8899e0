package dev.seep.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A timeline that stands still until it is told to go on: hours pass in milliseconds. */
final class ManualTimeline implements Timeline {
    private record Task(long at, long order, Runnable body) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private final Instant start = Instant.parse("2026-11-22T21:00:00Z");
    private long nanos;
    private long order;

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public synchronized void execute(Runnable task) {
        at(nanos, task);
    }

    @Override
    public synchronized void at(long due, Runnable task) {
        tasks.add(new Task(due, order++, task));
    }

    /** Runs everything that is due within this time, each task at its moment. */
    void advance(Duration time) {
        long until = nanos + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at() <= until) {
            Task next = tasks.poll();
            nanos = Math.max(nanos, next.at());
            next.body().run();
        }
        nanos = until;
    }

    /** Lets time pass without running anything, as when the machine sleeps. */
    void sleep(Duration time) {
        nanos += time.toNanos();
    }
}
