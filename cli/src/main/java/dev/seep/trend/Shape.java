package dev.seep.trend;

import dev.seep.sample.Worded;
import java.util.Locale;

/**
 * A course that a series may take, drawn over its blocks.
 *
 * @param start where it begins to move, as a share of the run (or of the longest life)
 * @param length how long it moves, or its time constant, in the same unit; 0 if it has none
 * @param column one value per block
 * @param cost penalty in -2 log likelihood: the gain that a fit needs before this shape is believed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Shape(Kind kind, double start, double length, double[] column, double cost) {
    /** Families of shapes. */
    enum Kind implements Worded {
        STEP,
        /** Saturating growth, 1 - exp(-t / tau). */
        SATURATING,
        /** A ramp that ends and stays. */
        RAMP,
        /** An S: a ramp that begins and ends smoothly. */
        SMOOTH,
        /** Slower and slower, log(1 + t / tau): half of it in a small part of the run. */
        CREEP,
        LINE,
        /** Flat, then a line. */
        HINGE,
        ROOT,
        SQUARE,
        /** Saturating with a time constant so long that nobody can tell it from growth. */
        OPEN;

        /** How far the shape has come at {@code t}: 0 before its start, 1 at the end of the run or of the shape. */
        double at(double t, double start, double length) {
            double since = t - start;
            if (since <= 0 && this != LINE) {
                return 0;
            }
            return switch (this) {
                case STEP -> 1;
                case SATURATING, OPEN -> 1 - Math.exp(-since / length);
                case CREEP -> Math.log1p(since / length) / Math.log1p(1 / length);
                case RAMP -> Math.min(1, since / length);
                case SMOOTH -> since >= length ? 1 : since * since * (3 - 2 * since / length) / (length * length);
                case LINE, HINGE -> since / (1 - start);
                case ROOT -> Math.sqrt(since);
                case SQUARE -> since * since;
            };
        }
    }

    static Shape of(Kind kind, double start, double length, double[] x, double cost) {
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            column[i] = kind.at(x[i], start, length);
        }
        return new Shape(kind, start, length, column, cost);
    }

    /** Such as {@code saturating 0.35}, or {@code ramp 0.50+0.30} of one that begins late. */
    @Override
    public String toString() {
        String word = kind.word();
        if (length == 0) {
            return start == 0 ? word : word + String.format(Locale.ROOT, " %.2f", start);
        }
        return start == 0
                ? word + String.format(Locale.ROOT, " %.2f", length)
                : word + String.format(Locale.ROOT, " %.2f+%.2f", start, length);
    }
}
