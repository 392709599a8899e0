package dev.seep.trend;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import java.util.Arrays;

/**
 * The samples of one series as plain arrays, with the sign that makes growth the bad direction.
 *
 * @param hours since the first sample
 * @param life ascending from 0, a new number for each life that has samples
 * @param resolution smallest difference that the metric can show
 * @param unseen hours between the first and the last sample in which nothing was seen, see {@link ObservedPeriods}
 * @param unseenRise sum of the rises of the level across these hours, in the metric's unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record SampleArrays(double[] hours, double[] values, int[] life, double resolution, double unseen, double unseenRise) {
    static SampleArrays of(Series series) {
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
        return new SampleArrays(hours, values, life, resolution(series), 0, 0);
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

    /** Hours from the first to the last sample, without those in which nothing was seen. */
    double span() {
        return size() == 0 ? 0 : hours[size() - 1] - hours[0] - unseen;
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

    /** From the 5 % to the 95 % quantile of the values. */
    double range() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, 0.95) - Quantiles.ofSorted(sorted, 0.05);
    }

    /** Those between two times, both included, of samples none of whose time counts as unseen yet. */
    SampleArrays between(double from, double to) {
        int begin = 0;
        while (begin < size() && hours[begin] < from) {
            begin++;
        }
        int end = size();
        while (end > begin && hours[end - 1] > to) {
            end--;
        }
        int[] lives = Arrays.copyOfRange(life, begin, end);
        for (int i = lives.length - 1; i >= 0; i--) {
            lives[i] -= lives[0];
        }
        return new SampleArrays(
                Arrays.copyOfRange(hours, begin, end), Arrays.copyOfRange(values, begin, end), lives, resolution, 0, 0);
    }

    SampleArrays withValues(double[] cleaned) {
        return new SampleArrays(hours, cleaned, life, resolution, unseen, unseenRise);
    }
}
