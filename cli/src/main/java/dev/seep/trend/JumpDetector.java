package dev.seep.trend;

import java.util.Arrays;

/** The large drops from one sample to the next: a full garbage collection, the end of a batch. */
final class JumpDetector {
    /** A drop is large beyond this share of the range of the series around its line. */
    static final double LARGE = 0.35;
    /** Drops at most this many samples apart are one. */
    private static final int CLOSEST = 2;

    private JumpDetector() {}

    /** Indices of the last sample before each large drop. */
    static int[] of(SampleArrays samples) {
        double[] values = samples.values();
        double large = large(samples);
        int[] drops = new int[values.length];
        int size = 0;
        for (int i = 0; large > 0 && i + 1 < values.length; i++) {
            if (values[i + 1] - values[i] < -large && samples.life()[i] == samples.life()[i + 1]) {
                boolean same = size > 0 && i - drops[size - 1] <= CLOSEST;
                drops[same ? size - 1 : size++] = i;
            }
        }
        return Arrays.copyOf(drops, size);
    }

    /** Number of rises by more than {@code large} from one value to the next. */
    static int rises(double[] values, double large) {
        int rises = 0;
        for (int i = 0; i + 1 < values.length; i++) {
            rises += values[i + 1] - values[i] > large ? 1 : 0;
        }
        return rises;
    }

    /** Size beyond which a drop is large, in the metric's unit. */
    static double large(SampleArrays samples) {
        return LARGE * range(samples.values());
    }

    /** Range from the 3 % to the 97 % quantile around the least-squares line. */
    private static double range(double[] values) {
        int n = values.length;
        double sum = 0;
        double cross = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
            cross += (i - (n - 1) / 2.0) * values[i];
        }
        double slope = cross * 12 / ((double) n * ((double) n * n - 1));
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = values[i] - sum / n - slope * (i - (n - 1) / 2.0);
        }
        Arrays.sort(rest);
        return Quantiles.ofSorted(rest, 0.97) - Quantiles.ofSorted(rest, 0.03);
    }
}
