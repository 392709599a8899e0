package dev.seep.store.sample;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builder of the samples of one series in primitive arrays: 20 bytes a sample. */
public final class SeriesBuilder {
    private double[] seconds = new double[16];
    private double[] values = new double[16];
    private int[] lives = new int[16];
    private int size;
    private boolean ordered = true;

    public void add(double second, double value, int life) {
        if (size == values.length) {
            grow(size + (size >> 1));
        }
        ordered &= size == 0 || second > seconds[size - 1];
        seconds[size] = second;
        values[size] = value;
        lives[size] = life;
        size++;
    }

    /** The value of the latest time, NaN if there is none. */
    double last() {
        order();
        return size == 0 ? Double.NaN : values[size - 1];
    }

    /** The series, in the order of time; of several samples at one time the last one counts. Builds only once. */
    public Series build(
            String name, @Nullable Target target, Metric metric, List<Incarnation> alive, int gaps, double limit) {
        order();
        grow(size);
        return new Series(name, target, metric, alive, seconds, values, lives, gaps, limit);
    }

    void order() {
        if (ordered) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> seconds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        SeriesBuilder sorted = new SeriesBuilder();
        for (int i : order) {
            if (sorted.size > 0 && sorted.seconds[sorted.size - 1] == seconds[i]) {
                sorted.size--;
            }
            sorted.add(seconds[i], values[i], lives[i]);
        }
        seconds = sorted.seconds;
        values = sorted.values;
        lives = sorted.lives;
        size = sorted.size;
        ordered = true;
    }

    private void grow(int capacity) {
        seconds = Arrays.copyOf(seconds, capacity);
        values = Arrays.copyOf(values, capacity);
        lives = Arrays.copyOf(lives, capacity);
    }
}
