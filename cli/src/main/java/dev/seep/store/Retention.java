package dev.seep.store;

import java.time.Duration;

/**
 * Retention of a run without end on the disk. Samples are put aside in parts of a tenth of it, and the oldest part goes
 * when there is too much.
 *
 * @param age of the oldest to keep
 * @param bytes the folder takes no more than this, give or take a part
 */
public record Retention(Duration age, long bytes) {
    private static final int PARTS = 10;

    public Retention {
        if (age.isNegative() || age.isZero() || bytes <= 0) {
            throw new IllegalArgumentException("keeping nothing: " + age + ", " + bytes + " bytes");
        }
    }

    Duration partAge() {
        return age.dividedBy(PARTS);
    }

    long partBytes() {
        return Math.max(1, bytes / PARTS);
    }
}
