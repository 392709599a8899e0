package dev.seep.live;

import dev.seep.sample.BoundedSeries;
import java.util.Arrays;

/** What the course of one series in a few points tells of it. */
record SeriesSummary(BoundedSeries.Points points) {
    private static final int FEWEST = 6;

    /** What the last third has on average more than the first third. */
    double rise() {
        int third = points.size() / 3;
        return third == 0 ? 0 : mean(points.size() - third, points.size()) - mean(0, third);
    }

    /** Whether it never changed, as far as that can be told: of a value that is not 0 not by the first few. */
    boolean isConstant() {
        double[] values = points.values();
        boolean level = Arrays.stream(values).allMatch(value -> value == values[0]);
        return level && values.length > 0 && (values[0] == 0 || values.length >= FEWEST);
    }

    /** {@link #rise()} against how far neighbours are usually apart and against the level; 0 if it is too early. */
    double score() {
        if (points.size() < FEWEST) {
            return 0;
        }
        double[] values = points.values();
        double steps = 0;
        for (int i = 1; i < values.length; i++) {
            steps += Math.abs(values[i] - values[i - 1]);
        }
        double unrest = steps / (values.length - 1);
        return rise() / (3 * unrest + 0.02 * Math.abs(mean(0, points.size())) + 1e-9);
    }

    private double mean(int from, int to) {
        return Arrays.stream(points.values(), from, to).average().orElse(0);
    }
}
