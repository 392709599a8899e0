package dev.seep.live;

import java.util.Arrays;

/**
 * The courses of all metrics of one target in bounded memory, each named by its index. When it is full, neighbours are averaged, so that it always
 * covers the whole life. Not safe for use by several threads.
 */
final class History {
    static final int ROOM = 48;

    private final float[] seconds = new float[ROOM];
    private float[][] means = {};
    private float[] latest = {};
    private int size;
    private int stride = 1;
    private int inLast;

    /** Opens the poll whose values follow. */
    void poll(double atSeconds) {
        if (size == 0 || inLast == stride) {
            if (size == ROOM) {
                halve();
            }
            size++;
            inLast = 0;
        }
        inLast++;
        seconds[size - 1] += (float) ((atSeconds - seconds[size - 1]) / inLast);
    }

    /** @param kept whether the course is kept too, and not only the latest value */
    void value(int metric, double value, boolean kept) {
        makeRoomFor(metric);
        latest[metric] = (float) value;
        if (!kept) {
            return;
        }
        float[] row = means[metric];
        if (row == null) {
            row = new float[ROOM];
            Arrays.fill(row, Float.NaN);
            means[metric] = row;
        }
        float before = row[size - 1];
        row[size - 1] = Float.isNaN(before) ? (float) value : (float) (before + (value - before) / inLast);
    }

    private void makeRoomFor(int metric) {
        int before = latest.length;
        if (metric >= before) {
            means = Arrays.copyOf(means, metric + 1);
            latest = Arrays.copyOf(latest, metric + 1);
            Arrays.fill(latest, before, metric + 1, Float.NaN);
        }
    }

    private void halve() {
        size = ROOM / 2;
        stride *= 2;
        for (int i = 0; i < size; i++) {
            seconds[i] = (seconds[2 * i] + seconds[2 * i + 1]) / 2;
        }
        Arrays.fill(seconds, size, ROOM, 0);
        for (float[] row : means) {
            if (row != null) {
                halve(row);
            }
        }
    }

    private static void halve(float[] row) {
        for (int i = 0; i < ROOM / 2; i++) {
            float one = row[2 * i];
            float other = row[2 * i + 1];
            row[i] = Float.isNaN(one) ? other : Float.isNaN(other) ? one : (one + other) / 2;
        }
        Arrays.fill(row, ROOM / 2, ROOM, Float.NaN);
    }

    /** How many courses are kept. */
    int courses() {
        int courses = 0;
        for (float[] row : means) {
            courses += row == null ? 0 : 1;
        }
        return courses;
    }

    boolean has(int metric) {
        return metric < means.length && means[metric] != null;
    }

    /** The last value, NaN if there was none. */
    double latest(int metric) {
        return metric < latest.length ? latest[metric] : Double.NaN;
    }

    /** The points of a metric that have a value. */
    Thinned course(int metric) {
        float[] row = metric < means.length ? means[metric] : null;
        double[] at = new double[size];
        double[] values = new double[size];
        int count = 0;
        for (int i = 0; row != null && i < size; i++) {
            if (!Float.isNaN(row[i]) && (count == 0 || seconds[i] > at[count - 1])) {
                at[count] = seconds[i];
                values[count++] = row[i];
            }
        }
        return new Thinned(Arrays.copyOf(at, count), Arrays.copyOf(values, count));
    }
}
