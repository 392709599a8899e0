package dev.seep.sample;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one metric of one target, in the order of time, with its incarnations. Immutable.
 *
 * <p>Sample {@code i} was taken at {@link #seconds(int)} (seconds since the epoch, strictly ascending), had
 * {@link #value(int)} (finite) and belongs to incarnation {@code lives().get(life(i))}.
 */
public final class Series {
    private final String name;
    private final @Nullable Target target;
    private final Metric metric;
    private final List<Incarnation> lives;
    private final double[] seconds;
    private final double[] values;
    private final int[] life;
    private final int gaps;
    private final double limit;

    /**
     * Takes over the arrays: callers must not change them afterwards.
     *
     * @param name unique in a run: target path and metric, or the name that a foreign file gives
     * @param target null for a series of a foreign file
     * @param gaps polls that should have brought a value and did not
     * @param limit the last known limit in the metric's unit, NaN if there is none
     * @throws IllegalArgumentException if the arrays differ in length, times do not ascend, or a value is not finite
     */
    public Series(
            String name,
            @Nullable Target target,
            Metric metric,
            List<Incarnation> lives,
            double[] seconds,
            double[] values,
            int[] life,
            int gaps,
            double limit) {
        if (seconds.length != values.length || seconds.length != life.length) {
            throw new IllegalArgumentException(name + ": arrays of different length");
        }
        for (int i = 0; i < seconds.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && !(seconds[i] > seconds[i - 1]))) {
                throw new IllegalArgumentException(name + ": sample " + i + " is not finite or not in order");
            }
            if (life[i] < 0 || life[i] >= lives.size()) {
                throw new IllegalArgumentException(name + ": sample " + i + " has no incarnation");
            }
        }
        this.name = name;
        this.target = target;
        this.metric = metric;
        this.lives = List.copyOf(lives);
        this.seconds = seconds;
        this.values = values;
        this.life = life;
        this.gaps = gaps;
        this.limit = limit;
    }

    public String name() {
        return name;
    }

    public @Nullable Target target() {
        return target;
    }

    public Metric metric() {
        return metric;
    }

    public List<Incarnation> lives() {
        return lives;
    }

    public int size() {
        return values.length;
    }

    public double seconds(int i) {
        return seconds[i];
    }

    public double value(int i) {
        return values[i];
    }

    public DoubleStream values() {
        return Arrays.stream(values);
    }

    /** Index into {@link #lives()}. */
    public int life(int i) {
        return life[i];
    }

    public int gaps() {
        return gaps;
    }

    /** The last known limit, in the metric's unit. */
    public OptionalDouble limit() {
        return Double.isNaN(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }

    @Override
    public String toString() {
        return name + " (" + values.length + " samples)";
    }
}
