package dev.seep.trend;

import dev.seep.sample.Worded;
import java.util.Arrays;

/**
 * A series cut into at most about {@value #MOST} pieces of equal count, one number each.
 *
 * @param view statistic that each block is summarised by
 * @param time centre of the block, hours since the first sample of the series
 * @param age centre of the block, hours since the first sample of its life
 * @param life ascending, a new number for each life
 * @param variance least variance of the noise: rounding to the metric's resolution, plus a floor relative to the level
 * @param phase movement, in the metric's unit, that sampling at other moments of the cycles explains; 0 without cycles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Blocks(View view, double[] time, double[] age, int[] life, double[] value, double variance, double phase) {
    /** Statistic that a block is summarised by. */
    enum View implements Worded {
        MEAN,
        /** A low quantile: the level that each collection falls back to. */
        FLOOR,
        /** Mean of a sawtooth that was detrended within its cycles. */
        LEVELLED,
        /** Mean of the idle phases alone. */
        QUIET
    }

    static final int MOST = 60;
    /** Fewer blocks say nothing. */
    static final int FEWEST = 6;

    private static final double FLOOR_QUANTILE = 0.08;
    static final int SHORTEST_LIFE = 6;
    static final double SHORTEST_LIFE_SHARE = 0.02;
    /** Relative to the level: nothing real is steadier than this, and a fit must not believe it is. */
    private static final double STEADIEST = 2e-4;

    static Blocks means(SampleArrays samples) {
        return cut(samples, View.MEAN, Math.min(samples.size(), MOST));
    }

    /** Half as many blocks, each twice as long: swings that average out over a cycle do so here. */
    static Blocks coarse(SampleArrays samples) {
        return cut(samples, View.MEAN, Math.min(samples.size() / 2, MOST / 2));
    }

    /** @param most blocks, if that is fewer than there could be */
    static Blocks floors(SampleArrays samples, int most) {
        return cut(samples, View.FLOOR, Math.min(Math.min(samples.size() / 5, MOST), most));
    }

    /** The same blocks, of one life, under the name of another view. */
    Blocks as(View other, double otherPhase) {
        return new Blocks(other, time, age, life, value, variance, otherPhase);
    }

    int size() {
        return value.length;
    }

    int lives() {
        return size() == 0 ? 0 : life[size() - 1] + 1;
    }

    /** Whether block {@code i} is the first one of a life. */
    boolean first(int i) {
        return i == 0 || life[i] != life[i - 1];
    }

    /** The time that shapes are drawn over: that since the first sample of a life. */
    double[] clock() {
        return age;
    }

    /** The clock as a share of the span. */
    double[] shareOfSpan() {
        double[] x = age.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] /= span();
        }
        return x;
    }

    /** Hours over which shapes are drawn: the run, or the longest life if there are several. */
    double span() {
        double end = 0;
        for (double t : clock()) {
            end = Math.max(end, t);
        }
        return end;
    }

    private static Blocks cut(SampleArrays samples, View view, int blocks) {
        int n = samples.size();
        double perBlock = Math.max(1, (double) n / Math.max(1, blocks));
        Collector out = new Collector(MOST * 3 + 3 * samples.lives());
        for (int from = 0; from < n; ) {
            int end = samples.endOfLife(from);
            int count = end - from;
            if (count >= Math.max(SHORTEST_LIFE, SHORTEST_LIFE_SHARE * n)) {
                int pieces = Math.min(count, Math.max(3, (int) Math.round(count / perBlock)));
                out.cutLife(samples, from, count, pieces, view);
            }
            from = end;
        }
        double share = view == View.MEAN ? 1 / Math.max(1, out.medianCount()) : 1;
        return out.blocks(view, smallestVariance(samples, share));
    }

    /** Variance of rounding to the resolution (resolution squared / 12), and a floor for series that are too good. */
    static double smallestVariance(SampleArrays samples, double share) {
        double rounding = samples.resolution() * samples.resolution() / 12 * share;
        double steadiest = STEADIEST * samples.level();
        return rounding + steadiest * steadiest;
    }

    private static final class Collector {
        private final double[] time;
        private final double[] age;
        private final double[] value;
        private final int[] life;
        private final double[] counts;
        private int size;
        private int lives;

        Collector(int capacity) {
            time = new double[capacity];
            age = new double[capacity];
            value = new double[capacity];
            life = new int[capacity];
            counts = new double[capacity];
        }

        void cutLife(SampleArrays samples, int from, int count, int pieces, View view) {
            for (int piece = 0; piece < pieces; piece++) {
                int start = from + (int) Math.round((double) count * piece / pieces);
                int end = from + (int) Math.round((double) count * (piece + 1) / pieces);
                time[size] = mean(samples.hours(), start, end);
                age[size] = time[size] - samples.hours()[from];
                life[size] = lives;
                counts[size] = end - start;
                value[size++] = view == View.MEAN ? mean(samples.values(), start, end) : floor(samples, start, end);
            }
            lives++;
        }

        private static double floor(SampleArrays samples, int start, int end) {
            double[] piece = Arrays.copyOfRange(samples.values(), start, end);
            return Quantiles.of(piece, piece.length > 3 ? FLOOR_QUANTILE : 0);
        }

        private static double mean(double[] values, int start, int end) {
            double sum = 0;
            for (int i = start; i < end; i++) {
                sum += values[i];
            }
            return sum / (end - start);
        }

        double medianCount() {
            return size == 0 ? 1 : Quantiles.of(Arrays.copyOf(counts, size), 0.5);
        }

        Blocks blocks(View view, double variance) {
            return new Blocks(
                    view,
                    Arrays.copyOf(time, size),
                    Arrays.copyOf(age, size),
                    Arrays.copyOf(life, size),
                    Arrays.copyOf(value, size),
                    variance,
                    0);
        }
    }
}
