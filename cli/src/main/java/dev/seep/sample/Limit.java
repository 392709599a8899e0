package dev.seep.sample;

import java.util.function.ToDoubleFunction;

/** Source of the value that a metric must not reach. */
public sealed interface Limit {
    /**
     * The limit as a number, in the metric's unit, NaN if there is none; one that is reported and not above 0 is none.
     *
     * @param reported the last value of a metric of the same target, NaN if there is none
     */
    default double value(ToDoubleFunction<String> reported) {
        if (this instanceof Fixed fixed) {
            return fixed.value();
        }
        double value = this instanceof Reported by ? reported.applyAsDouble(by.metric()) : Double.NaN;
        return value > 0 ? value : Double.NaN;
    }

    /** Nothing is known to break at any value. */
    record None() implements Limit {}

    /** The same value everywhere, such as 1 for a share. */
    record Fixed(double value) implements Limit {}

    /** Another metric of the same target reports it, such as {@code memory.limit}. */
    record Reported(String metric) implements Limit {}
}
