package dev.seep.trend;

import java.util.Locale;

/**
 * A course that a series may take, drawn over its blocks.
 *
 * @param parameter where a step or a bend is, or the time constant, as a share of the run (or of the longest life)
 * @param column one value per block
 * @param cost in -2 log likelihood: what a fit must gain before this shape is believed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Shape(Kind kind, double parameter, double[] column, double cost) {
    /** Families of shapes. */
    enum Kind {
        STEP,
        /** Saturating growth, 1 - exp(-t / tau). */
        SATURATING,
        /** A ramp that ends and stays. */
        RAMP,
        LINE,
        /** Flat, then a line. */
        HINGE,
        ROOT,
        SQUARE,
        /** Saturating with a time constant so long that nobody can tell it from growth. */
        OPEN
    }

    /** Such as {@code saturating 0.35}. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return parameter == 0 ? word : word + String.format(Locale.ROOT, " %.2f", parameter);
    }
}
