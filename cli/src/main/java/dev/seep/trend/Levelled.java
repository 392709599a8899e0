package dev.seep.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * A sawtooth with its teeth taken out: from every sample goes what its cycle has put on since the last large drop, so
 * that what is left is the level that the collections fall back to, seen by all samples and not only by the few at the
 * bottom.
 *
 * <p>Two ways of growing within a cycle are tried, the same amount per hour in all cycles (a steady allocation) and the
 * same amount per cycle (a heap that is collected when it is full), each by least squares with a level of its own per
 * cycle; the one that leaves less stays.
 */
final class Levelled {
    /** Share of the movement within cycles that the teeth must explain, or the series is no sawtooth. */
    private static final double EXPLAINED = 0.4;

    /** Noise jumps up as often as down; the jumps of a sawtooth go down. */
    private static final double NOISE_RISES = 0.34;

    private static final int FEWEST_CYCLES = 4;

    private Levelled() {}

    static Optional<Blocks> of(Samples samples) {
        if (samples.lives() != 1) {
            return Optional.empty();
        }
        int[] drops = Drops.of(samples);
        int n = samples.size();
        if (Drops.rises(samples) > NOISE_RISES * drops.length) {
            return Optional.empty();
        }
        if (drops.length < FEWEST_CYCLES || drops.length > n / 4) {
            return Optional.empty();
        }
        int start = drops[0] + 1;
        double[] steady = new double[n];
        double[] full = new double[n];
        int[] cycle = new int[n];
        double typical = cycleLength(samples, drops);
        for (int k = 0; k < drops.length; k++) {
            int from = drops[k] + 1;
            int end = k + 1 < drops.length ? drops[k + 1] + 1 : n;
            double length = k + 1 < drops.length
                    ? samples.hours()[end] - samples.hours()[from]
                    : Math.max(typical, samples.hours()[n - 1] - samples.hours()[from]);
            for (int i = from; i < end; i++) {
                cycle[i] = k;
                steady[i] = samples.hours()[i] - samples.hours()[from];
                full[i] = steady[i] / length;
            }
        }
        double[] tooth = better(samples.values(), cycle, start, steady, full);
        if (tooth == null) {
            return Optional.empty();
        }
        double[] level = new double[n - start];
        for (int i = start; i < n; i++) {
            level[i - start] = samples.values()[i] - tooth[i];
        }
        Samples rest = new Samples(
                Arrays.copyOfRange(samples.hours(), start, n), level, new int[n - start], samples.resolution());
        Blocks blocks = Blocks.means(rest);
        return Optional.of(new Blocks(
                Blocks.View.LEVELLED, blocks.time(), blocks.time(), blocks.life(), blocks.value(), blocks.variance()));
    }

    private static double cycleLength(Samples samples, int[] drops) {
        double[] lengths = new double[drops.length - 1];
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = samples.hours()[drops[k + 1]] - samples.hours()[drops[k]];
        }
        return Quantiles.of(lengths, 0.5);
    }

    private static double @org.jspecify.annotations.Nullable [] better(
            double[] values, int[] cycle, int start, double[] steady, double[] full) {
        double[] v = withinCycles(values, cycle, start);
        double[] a = withinCycles(steady, cycle, start);
        double[] b = withinCycles(full, cycle, start);
        double vv = LeastSquares.dot(v, v);
        double aa = LeastSquares.dot(a, a);
        double bb = LeastSquares.dot(b, b);
        double av = LeastSquares.dot(a, v);
        double bv = LeastSquares.dot(b, v);
        double bySteady = aa > 0 && av > 0 ? av * av / aa : 0;
        double byFull = bb > 0 && bv > 0 ? bv * bv / bb : 0;
        if (Math.max(bySteady, byFull) < EXPLAINED * vv || vv == 0) {
            return null;
        }
        double[] tooth = bySteady > byFull ? steady : full;
        double size = bySteady > byFull ? av / aa : bv / bb;
        return Arrays.stream(tooth).map(x -> x * size).toArray();
    }

    private static double[] withinCycles(double[] column, int[] cycle, int start) {
        double[] rest = new double[column.length];
        for (int from = start; from < column.length; ) {
            int end = from;
            double sum = 0;
            while (end < column.length && cycle[end] == cycle[from]) {
                sum += column[end++];
            }
            for (int i = from; i < end; i++) {
                rest[i] = column[i] - sum / (end - from);
            }
            from = end;
        }
        return rest;
    }
}
