package dev.seep.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process will do, far longer than it should take. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private Waiting() {}

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
