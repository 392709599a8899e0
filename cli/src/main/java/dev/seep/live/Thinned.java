package dev.seep.live;

import java.util.Arrays;

/** The course of one series in bounded memory: when it is full, every second value is dropped. */
final class Thinned {
    private static final int ROOM = 32;

    private final float[] seconds = new float[ROOM];
    private final double[] values = new double[ROOM];
    private int size;
    private int stride = 1;
    private int skipped;

    /** @param atSeconds since the start of the run */
    void add(double atSeconds, double value) {
        if (++skipped < stride) {
            return;
        }
        skipped = 0;
        if (size == ROOM) {
            halve();
        }
        seconds[size] = (float) atSeconds;
        values[size++] = value;
    }

    private void halve() {
        size = ROOM / 2;
        stride *= 2;
        for (int i = 0; i < size; i++) {
            seconds[i] = seconds[2 * i + 1];
            values[i] = values[2 * i + 1];
        }
    }

    int size() {
        return size;
    }

    /** What the last third has on average more than the first third. */
    double rise() {
        int third = size / 3;
        return third == 0 ? 0 : median(size - third, size) - median(0, third);
    }

    /** {@link #rise()} for each hour between the middles of the two thirds. */
    double risePerHour() {
        int third = size / 3;
        if (third == 0) {
            return 0;
        }
        double hours = (middle(size - third, size) - middle(0, third)) / 3600;
        return hours > 0 ? rise() / hours : 0;
    }

    /** How far values usually are from each other, for comparison with {@link #rise()}. */
    double unrest() {
        double[] steps = new double[Math.max(0, size - 1)];
        for (int i = 1; i < size; i++) {
            steps[i - 1] = Math.abs(values[i] - values[i - 1]);
        }
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    double level() {
        return size == 0 ? 0 : Math.abs(median(0, size));
    }

    private double median(int from, int to) {
        double[] part = Arrays.copyOfRange(values, from, to);
        Arrays.sort(part);
        return part[part.length / 2];
    }

    private double middle(int from, int to) {
        return (seconds[from] + seconds[to - 1]) / 2;
    }
}
