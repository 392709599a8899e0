package dev.seep.source.exec;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pause before trying again: twice as long after each failure, between half and all of that, so that many that failed
 * together do not come back together.
 *
 * @param first after the first failure
 * @param longest after many
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int DOUBLINGS = 20;

    /** @param failures in a row, zero if it only ended */
    public Duration pause(int failures) {
        long full = first.toMillis() << Math.min(Math.max(0, failures - 1), DOUBLINGS);
        long bounded = Math.min(full, longest.toMillis());
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
