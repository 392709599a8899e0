package dev.seep.session;

import java.time.Instant;

/**
 * Single thread on which a soak session lives, and its clocks. All state of a session is touched by tasks of its
 * timeline alone, so none of it is locked; tests drive it by hand.
 */
public interface Timeline {
    /** Wall clock, for records. */
    Instant now();

    /** Monotonic clock in ns, for due times. */
    long nanos();

    /** Runs the task soon, after those already waiting. Safe to call from any thread. */
    void execute(Runnable task);

    /** Runs the task once {@link #nanos()} has reached this value. Safe to call from any thread. */
    void at(long nanos, Runnable task);
}
