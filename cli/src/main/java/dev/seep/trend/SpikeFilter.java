package dev.seep.trend;

import java.util.Arrays;

/**
 * Puts isolated spikes aside: a sample that is far from the median of its seven neighbours becomes that median.
 *
 * <p>The rule is the Hampel identifier (Davies and Gather, "The identification of multiple outliers", JASA 88, 1993)
 * with the scale taken over the whole life. Where more than a fifth of the samples are "spikes" they are how the
 * series behaves, and stay.
 */
final class SpikeFilter {
    private static final int HALF_WINDOW = 3;
    private static final int SHORTEST = 9;
    private static final double DEVIATIONS = 6;
    private static final double NORMAL_SHARE = 0.2;
    /** Makes the median absolute deviation of normal noise its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private SpikeFilter() {}

    static SampleArrays clean(SampleArrays samples) {
        double[] cleaned = samples.values().clone();
        for (int from = 0; from < cleaned.length; ) {
            int end = samples.endOfLife(from);
            cleanLife(cleaned, from, end);
            from = end;
        }
        return samples.withValues(cleaned);
    }

    private static void cleanLife(double[] values, int from, int end) {
        int n = end - from;
        if (n < SHORTEST) {
            return;
        }
        double[] medians = runningMedians(values, from, n);
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = Math.abs(values[from + i] - medians[i]);
        }
        double bound = DEVIATIONS * Math.max(MAD_TO_SIGMA * Quantiles.of(distances, 0.5), 1e-12);
        long spikes = Arrays.stream(distances).filter(d -> d > bound).count();
        if (spikes == 0 || spikes > NORMAL_SHARE * n) {
            return;
        }
        for (int i = 0; i < n; i++) {
            if (distances[i] > bound) {
                values[from + i] = medians[i];
            }
        }
    }

    private static double[] runningMedians(double[] values, int from, int n) {
        double[] medians = new double[n];
        double[] window = new double[2 * HALF_WINDOW + 1];
        for (int i = 0; i < n; i++) {
            for (int k = -HALF_WINDOW; k <= HALF_WINDOW; k++) {
                window[k + HALF_WINDOW] = values[from + mirrored(i + k, n)];
            }
            insertionSort(window);
            medians[i] = window[HALF_WINDOW];
        }
        return medians;
    }

    private static void insertionSort(double[] window) {
        for (int i = 1; i < window.length; i++) {
            double value = window[i];
            int k = i - 1;
            for (; k >= 0 && window[k] > value; k--) {
                window[k + 1] = window[k];
            }
            window[k + 1] = value;
        }
    }

    private static int mirrored(int i, int n) {
        return i < 0 ? -i : i >= n ? 2 * (n - 1) - i : i;
    }
}
