package dev.seep.trend;

import java.util.Arrays;

/**
 * Quantiles of samples by linear interpolation, definition 7 of Hyndman and Fan (The American Statistician 50, 1996).
 */
final class Quantiles {
    private Quantiles() {}

    /** @param values in any order; they stay as they are */
    static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, share);
    }

    static double ofSorted(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
