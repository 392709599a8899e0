package dev.seep.probe;

import dev.seep.sample.Target;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Schedule of a measurement: when, where, how long.
 *
 * @param every interval
 * @param timeout after which an answer is a gap
 * @param containers a target's path must have a match of it
 */
public record MeasurementSchedule(Duration every, Duration timeout, Pattern containers) {
    /** @throws IllegalArgumentException if interval or timeout is not more than nothing */
    public MeasurementSchedule {
        if (every.isZero() || every.isNegative() || timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("every and timeout must be more than 0s");
        }
    }

    /** Whether something runs in this target, and its path is one of those that are meant. */
    boolean isFor(Target target) {
        boolean runs = target.kind() == Target.Kind.CONTAINER || target.kind() == Target.Kind.PROCESS;
        return runs && containers.matcher(target.path()).find();
    }
}
