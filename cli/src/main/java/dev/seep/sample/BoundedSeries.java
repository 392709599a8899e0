package dev.seep.sample;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Points of one series in bounded memory: when it is full, it thins itself. As long as nothing changes it is two times
 * and a value. Not safe for use by several threads.
 */
public final class BoundedSeries {
    private static final int FIRST_ROOM = 8;
    /** As many samples say that nothing changed. */
    private static final int STILL = 12;

    /**
     * The points at a moment. The arrays are handed over.
     *
     * @param tenths times in tenths of a second, ascending
     * @param lives numbers of the lives
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    public record Points(int[] tenths, double[] values, int[] lives) {
        public int size() {
            return tenths.length;
        }

        /** The times in seconds since the epoch, where they are counted from this second on. */
        public double[] seconds(double begin) {
            return IntStream.of(tenths).mapToDouble(at -> begin + at / 10.0).toArray();
        }
    }

    private final int room;
    private final int window;
    private final boolean means;
    private int[] tenths = {};
    private double[] values = {};
    private int[] lives = {};
    private int size;
    /** Samples for each point. */
    private int stride = 1;

    private int inLast;
    /** Of the times in the last point. */
    private long sum;

    private int first;
    private int last;
    private int same;
    private double value;
    private int life;

    private BoundedSeries(int room, int window, boolean means) {
        this.room = room;
        this.window = window;
        this.means = means;
    }

    /**
     * A series of means over all of its time: when it is full, neighbours are averaged.
     *
     * @param room for so many points, an even number
     */
    public static BoundedSeries ofMeans(int room) {
        return new BoundedSeries(room, Integer.MAX_VALUE, true);
    }

    /**
     * A series of samples, as they were, over the last while: when it is full, every second one is dropped, or the
     * oldest quarter once it spans the window.
     *
     * @param room for so many points, an even number
     * @param window in tenths of a second
     */
    public static BoundedSeries ofSamples(int room, int window) {
        return new BoundedSeries(room, window, false);
    }

    /** Adds a sample; one that is not later than the last is passed over. */
    public void add(int atTenths, double newValue, int newLife) {
        if (same > 0 && atTenths <= last) {
            return;
        }
        if (size == 0 && (same == 0 || (newValue == value && newLife == life))) {
            first = same++ == 0 ? atTenths : (int) Math.max(first, (long) atTenths - window);
            value = newValue;
            life = newLife;
        } else {
            if (size == 0) {
                unfold();
            }
            put(atTenths, newValue, newLife);
        }
        last = atTenths;
    }

    public Points points() {
        return size > 0
                ? new Points(Arrays.copyOf(tenths, size), Arrays.copyOf(values, size), Arrays.copyOf(lives, size))
                : still(Math.min(same, STILL));
    }

    /**
     * Points of an unchanged value.
     *
     * @param samples number of points, evenly spread, unless they are means
     */
    private Points still(int samples) {
        int each = samplesOfAMean();
        int count = means ? (same + each - 1) / each : samples;
        int[] at = new int[count];
        for (int i = 0; i < count; i++) {
            // twice the place of the middle of a mean among all samples
            long middle = 2L * i * each + Math.min(each, same - i * each) - 1;
            long share = ((long) last - first) * (means ? middle : i);
            at[i] = first + (int) (share / Math.max(1, means ? 2L * (same - 1) : count - 1));
        }
        double[] equal = new double[count];
        int[] one = new int[count];
        Arrays.fill(equal, value);
        Arrays.fill(one, life);
        return new Points(at, equal, one);
    }

    private int samplesOfAMean() {
        int samples = 1;
        while (room * samples < same) {
            samples *= 2;
        }
        return samples;
    }

    private void unfold() {
        Points still = still(Math.min(same, room / 2));
        size = still.size();
        stride = means ? samplesOfAMean() : Math.max(1, same / size);
        inLast = means ? same - (size - 1) * stride : 1;
        grow(still, Math.max(FIRST_ROOM, Integer.highestOneBit(size) * 2));
        sum = (long) tenths[size - 1] * inLast;
    }

    private void put(int atTenths, double newValue, int newLife) {
        if (inLast < stride) {
            inLast++;
            sum += atTenths;
            if (means) {
                tenths[size - 1] = (int) (sum / inLast);
                values[size - 1] += (newValue - values[size - 1]) / inLast;
            }
            return;
        }
        if (size == room && tenths[size - 1] - tenths[0] >= window) {
            forget(room / 4);
        } else if (size == room) {
            halve();
        } else if (size == tenths.length) {
            grow(new Points(tenths, values, lives), size * 2);
        }
        tenths[size] = atTenths;
        values[size] = newValue;
        lives[size++] = newLife;
        inLast = 1;
        sum = atTenths;
    }

    private void grow(Points from, int capacity) {
        tenths = Arrays.copyOf(from.tenths, Math.min(room, capacity));
        values = Arrays.copyOf(from.values, Math.min(room, capacity));
        lives = Arrays.copyOf(from.lives, Math.min(room, capacity));
    }

    private void halve() {
        size = room / 2;
        stride *= 2;
        for (int i = 0; i < size; i++) {
            int other = 2 * i + 1;
            tenths[i] = means ? (int) (((long) tenths[other - 1] + tenths[other]) / 2) : tenths[other];
            values[i] = means ? (values[other - 1] + values[other]) / 2 : values[other];
            lives[i] = lives[other];
        }
    }

    private void forget(int count) {
        size -= count;
        System.arraycopy(tenths, count, tenths, 0, size);
        System.arraycopy(values, count, values, 0, size);
        System.arraycopy(lives, count, lives, 0, size);
    }
}
