package dev.seep.trend;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import java.util.Arrays;

/**
 * The samples of one series as plain arrays, so turned that growth is what is bad.
 *
 * @param hours since the first sample
 * @param life ascending from 0, a new number for each life that has samples
 * @param resolution smallest difference that the metric can show
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Samples(double[] hours, double[] values, int[] life, double resolution) {
    static Samples of(Series series) {
        int n = series.size();
        double[] hours = new double[n];
        double[] values = new double[n];
        int[] life = new int[n];
        double sign = series.metric().bad() == BadDirection.DOWN ? -1 : 1;
        for (int i = 0; i < n; i++) {
            hours[i] = (series.seconds(i) - series.seconds(0)) / 3600;
            values[i] = sign * series.value(i);
            life[i] = i == 0 ? 0 : life[i - 1] + (series.life(i) == series.life(i - 1) ? 0 : 1);
        }
        return new Samples(hours, values, life, resolution(series));
    }

    private static double resolution(Series series) {
        return switch (series.metric().unit()) {
            case BYTES -> 4096;
            case COUNT -> 1;
            case RATIO -> 1e-4;
            case SECONDS -> 1e-3;
        };
    }

    int size() {
        return values.length;
    }

    int lives() {
        return size() == 0 ? 0 : life[size() - 1] + 1;
    }

    /** Length in hours, from the first to the last sample. */
    double span() {
        return size() == 0 ? 0 : hours[size() - 1];
    }

    /** First index that does not belong to the life that starts at {@code from}. */
    int endOfLife(int from) {
        int end = from;
        while (end < size() && life[end] == life[from]) {
            end++;
        }
        return end;
    }

    /** Typical size of a value: the median, not less than the resolution. */
    double level() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Math.max(Math.abs(Quantiles.ofSorted(sorted, 0.5)), resolution);
    }

    Samples withValues(double[] cleaned) {
        return new Samples(hours, cleaned, life, resolution);
    }
}
