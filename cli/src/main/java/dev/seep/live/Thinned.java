package dev.seep.live;

import dev.seep.sample.BoundedSeries;

/** What the course of one series in a few points tells of it. */
final class Thinned {
    private static final int FEWEST = 6;

    private final int[] tenths;
    private final double[] values;

    Thinned(BoundedSeries.Points points) {
        this.tenths = points.tenths();
        this.values = points.values();
    }

    /** When the points were, in seconds since the epoch, of a life that began then. */
    double[] seconds(double begin) {
        double[] seconds = new double[tenths.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = begin + tenths[i] / 10.0;
        }
        return seconds;
    }

    double[] values() {
        return values;
    }

    int size() {
        return values.length;
    }

    /** What the last third has on average more than the first third. */
    double rise() {
        int third = size() / 3;
        return third == 0 ? 0 : mean(size() - third, size()) - mean(0, third);
    }

    /** {@link #rise()} against how far neighbours are usually apart and against the level; 0 if it is too early. */
    double score() {
        if (size() < FEWEST) {
            return 0;
        }
        double steps = 0;
        for (int i = 1; i < values.length; i++) {
            steps += Math.abs(values[i] - values[i - 1]);
        }
        double unrest = steps / (values.length - 1);
        return rise() / (3 * unrest + 0.02 * Math.abs(mean(0, size())) + 1e-9);
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
