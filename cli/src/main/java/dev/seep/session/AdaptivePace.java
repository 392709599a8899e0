package dev.seep.session;

import java.time.Duration;
import java.util.Optional;

/**
 * Pace of polling that slows down while the cluster is overloaded: it answers 429, or answers take longer than half of
 * a poll's deadline. At level {@code n} each target is polled at every {@code n}-th due time.
 */
final class AdaptivePace {
    private static final int SLOWEST = 8;
    private static final int CALM_ROUNDS = 3;

    private final double slowMillis;
    private int level = 1;
    private int calm;
    private int refusals;
    private int answers;
    private double millis;

    AdaptivePace(Duration deadline) {
        this.slowMillis = deadline.toMillis() / 2.0;
    }

    int level() {
        return level;
    }

    void answered(double tookMillis) {
        answers++;
        millis += tookMillis;
    }

    void refused() {
        refusals++;
    }

    /** Adapts to answers since the last call; returns a message if the pace changed. */
    Optional<String> adjust() {
        boolean slow = answers > 0 && millis / answers > slowMillis;
        boolean refused = refusals > 0;
        Optional<String> change = Optional.empty();
        if (slow || refused) {
            calm = 0;
            if (level < SLOWEST) {
                level *= 2;
                change = Optional.of(
                        refused
                                ? "the server refused " + refusals + " polls as too many requests"
                                : "answers took " + Math.round(millis / answers) + " ms on average");
            }
        } else if (level > 1 && ++calm >= CALM_ROUNDS) {
            calm = 0;
            level /= 2;
            change = Optional.of("the server keeps up again");
        }
        refusals = 0;
        answers = 0;
        millis = 0;
        return change;
    }
}
