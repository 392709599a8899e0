package dev.seep.sample;

/** Where the value comes from that a metric must not reach. */
public sealed interface Limit {
    /** Nothing is known to break at any value. */
    record None() implements Limit {}

    /** The same value everywhere, such as 1 for a share. */
    record Fixed(double value) implements Limit {}

    /** Another metric of the same target reports it, such as {@code memory.limit}. */
    record Reported(String metric) implements Limit {}
}
