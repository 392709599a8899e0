package dev.seep.trend;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sawtooth detrended within its cycles: every sample loses the growth since the last large drop, and each cycle
 * becomes the mean of the remainders, the level that its collection fell back to, seen by all its samples and not only
 * by the one at the bottom. Where these levels are a sawtooth themselves (small and large collections) they are
 * detrended again.
 *
 * <p>Two ways of growing within a cycle are tried, the same amount per hour in all cycles (a steady allocation) and the
 * same amount per cycle (a heap that is collected when it is full), each by least squares with a level of its own per
 * cycle; the one that leaves less stays.
 */
final class SawtoothDetrended {
    /** Share of the movement within cycles that the teeth must explain, or the series is no sawtooth. */
    private static final double EXPLAINED = 0.4;

    /** Noise jumps up as often as down; the jumps of a sawtooth go down. */
    private static final double NOISE_RISES = 0.34;

    private static final int FEWEST_CYCLES = 4;
    /** With fewer cycles the samples are more telling than the cycles. */
    private static final int ENOUGH_CYCLES = 12;

    private static final int SHORTEST_CYCLE = 4;

    private SawtoothDetrended() {}

    static Optional<Blocks> of(SampleArrays samples) {
        int[] drops = samples.lives() == 1 ? JumpDetector.of(samples) : new int[0];
        int n = samples.size();
        if (drops.length < FEWEST_CYCLES
                || drops.length > n / SHORTEST_CYCLE
                || JumpDetector.rises(samples.values(), JumpDetector.large(samples)) > NOISE_RISES * drops.length) {
            return Optional.empty();
        }
        Cycles cycles = Cycles.of(samples, drops);
        double[] tooth = better(samples.values(), cycles);
        if (tooth == null) {
            return Optional.empty();
        }
        int start = cycles.start();
        double[] level = new double[n - start];
        for (int i = start; i < n; i++) {
            level[i - start] = samples.values()[i] - tooth[i];
        }
        SampleArrays rest = new SampleArrays(
                Arrays.copyOfRange(samples.hours(), start, n), level, new int[n - start], samples.resolution(), 0, 0);
        double phase = perSample(tooth, cycles);
        if (drops.length < ENOUGH_CYCLES) {
            return Optional.of(Blocks.means(rest).as(Blocks.View.LEVELLED, phase));
        }
        SampleArrays levels = perCycle(rest, Arrays.copyOfRange(cycles.number(), start, n), drops.length);
        return Optional.of(of(levels).orElseGet(() -> Blocks.means(levels).as(Blocks.View.LEVELLED, phase)));
    }

    /**
     * The cycles of a sawtooth.
     *
     * @param start first sample after the first drop: the samples before are no whole cycle
     * @param number of the cycle that each sample belongs to
     * @param steady course of a steady allocation: hours since the last drop
     * @param full course of a heap that is full at each drop, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Cycles(int start, int[] number, double[] steady, double[] full) {
        static Cycles of(SampleArrays samples, int[] drops) {
            int n = samples.size();
            Cycles cycles = new Cycles(drops[0] + 1, new int[n], new double[n], new double[n]);
            double typical = typicalLength(samples, drops);
            for (int k = 0; k < drops.length; k++) {
                int from = drops[k] + 1;
                boolean last = k + 1 == drops.length;
                int end = last ? n : drops[k + 1] + 1;
                double begin = samples.hours()[from];
                double length = last ? Math.max(typical, samples.hours()[n - 1] - begin) : samples.hours()[end] - begin;
                for (int i = from; i < end; i++) {
                    cycles.number[i] = k;
                    cycles.steady[i] = samples.hours()[i] - begin;
                    cycles.full[i] = cycles.steady[i] / length;
                }
            }
            return cycles;
        }

        private static double typicalLength(SampleArrays samples, int[] drops) {
            double[] lengths = new double[drops.length - 1];
            for (int k = 0; k < lengths.length; k++) {
                lengths[k] = samples.hours()[drops[k + 1]] - samples.hours()[drops[k]];
            }
            return Quantiles.of(lengths, 0.5);
        }

        /** Residuals of a column when each cycle has its own level. */
        double[] within(double[] column) {
            double[] rest = new double[column.length];
            for (int from = start; from < column.length; ) {
                int end = from;
                double sum = 0;
                while (end < column.length && number[end] == number[from]) {
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

    /** Median growth of a tooth from one sample to the next, in the metric's unit. */
    private static double perSample(double[] tooth, Cycles cycles) {
        double[] steps = new double[tooth.length];
        int size = 0;
        for (int i = cycles.start() + 1; i < tooth.length; i++) {
            if (cycles.number()[i] == cycles.number()[i - 1]) {
                steps[size++] = tooth[i] - tooth[i - 1];
            }
        }
        return Quantiles.of(Arrays.copyOf(steps, size), 0.5);
    }

    private static SampleArrays perCycle(SampleArrays level, int[] cycle, int cycles) {
        double[] hours = new double[cycles];
        double[] values = new double[cycles];
        int[] count = new int[cycles];
        for (int i = 0; i < cycle.length; i++) {
            hours[cycle[i]] += level.hours()[i];
            values[cycle[i]] += level.values()[i];
            count[cycle[i]]++;
        }
        for (int k = 0; k < cycles; k++) {
            hours[k] /= count[k];
            values[k] /= count[k];
        }
        return new SampleArrays(hours, values, new int[cycles], level.resolution(), 0, 0);
    }

    private static double @Nullable [] better(double[] values, Cycles cycles) {
        double[] v = cycles.within(values);
        double[] a = cycles.within(cycles.steady());
        double[] b = cycles.within(cycles.full());
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
        double[] tooth = bySteady > byFull ? cycles.steady() : cycles.full();
        double size = bySteady > byFull ? av / aa : bv / bb;
        return Arrays.stream(tooth).map(x -> x * size).toArray();
    }
}
