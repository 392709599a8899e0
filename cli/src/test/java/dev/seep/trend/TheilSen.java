package dev.seep.trend;

import java.util.Arrays;

/**
 * The median of the slopes between all pairs of points (Theil 1950; Sen, "Estimates of the regression coefficient based
 * on Kendall's tau", JASA 63, 1968). For reporting and comparison: it is robust, but no test of whether growth ends.
 * Takes n^2 / 2 numbers of memory, so give it blocks and not samples.
 */
public final class TheilSen {
    private TheilSen() {}

    /**
     * @param times ascending; pairs at the same time are left out
     * @return slope per unit of time, NaN if there is no pair
     */
    public static double slope(double[] times, double[] values) {
        double[] slopes = new double[times.length * (times.length - 1) / 2];
        int size = 0;
        for (int i = 0; i < times.length; i++) {
            for (int j = i + 1; j < times.length; j++) {
                if (times[j] > times[i]) {
                    slopes[size++] = (values[j] - values[i]) / (times[j] - times[i]);
                }
            }
        }
        return size == 0 ? Double.NaN : Quantiles.of(Arrays.copyOf(slopes, size), 0.5);
    }
}
