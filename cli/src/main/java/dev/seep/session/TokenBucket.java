package dev.seep.session;

/** Rate limiter: no more than {@code rate} events a second, but for bursts of a bounded size. */
final class TokenBucket {
    private final double nanosPerToken;
    private final double burst;
    private double readyAt = Double.NEGATIVE_INFINITY;

    TokenBucket(double rate, int burst) {
        this.nanosPerToken = 1e9 / rate;
        this.burst = burst;
    }

    /** Time of the next event in ns, at {@code now} or later; it is counted as having happened then. */
    long take(long now) {
        double earliest = now - (burst - 1) * nanosPerToken;
        readyAt = Math.max(readyAt + nanosPerToken, earliest);
        return Math.max(now, (long) readyAt);
    }
}
