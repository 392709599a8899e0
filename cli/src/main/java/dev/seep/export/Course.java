package dev.seep.export;

import java.util.Arrays;

/**
 * The course of one series over the last while in bounded memory: when it is full, every second point is dropped, or the
 * oldest quarter once it spans the window. As long as nothing changes it is two times and a value. Not safe for use by
 * several threads.
 */
final class Course {
    /** The fit of a trend looks at 60 means at the most: there are always as many points. */
    static final int ROOM = 128;

    private static final int FIRST_ROOM = 8;
    /** As many points say that nothing changed. */
    private static final int STILL = 12;

    /** Times in tenths of a second, values, and the number of the life of each point. */
    static final class Points {
        private final int[] tenths;
        private final double[] values;
        private final int[] lives;

        /** Takes over the arrays. */
        Points(int[] tenths, double[] values, int[] lives) {
            this.tenths = tenths;
            this.values = values;
            this.lives = lives;
        }

        int[] tenths() {
            return tenths;
        }

        double[] values() {
            return values;
        }

        int[] lives() {
            return lives;
        }

        int size() {
            return tenths.length;
        }
    }

    private final int window;
    private int[] tenths = {};
    private double[] values = {};
    private int[] lives = {};
    private int size;
    private int stride = 1;
    private int skipped;
    private int first;
    private int last;
    private int same;
    private double value;
    private int life;

    /** @param window in tenths of a second */
    Course(int window) {
        this.window = window;
    }

    void add(int atTenths, double newValue, int newLife) {
        if ((same > 0 || size > 0) && atTenths <= last) {
            return;
        }
        if (size == 0 && (same == 0 || (newValue == value && newLife == life))) {
            first = same++ == 0 ? atTenths : Math.max(first, atTenths - window);
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

    Points points() {
        if (size > 0) {
            return new Points(Arrays.copyOf(tenths, size), Arrays.copyOf(values, size), Arrays.copyOf(lives, size));
        }
        return still(STILL);
    }

    /** The points of what did not change, evenly spread. */
    private Points still(int most) {
        int count = Math.min(same, most);
        int[] at = new int[count];
        for (int i = 0; i < count; i++) {
            at[i] = count == 1 ? last : (int) (first + (long) (last - first) * i / (count - 1));
        }
        double[] equal = new double[count];
        int[] one = new int[count];
        Arrays.fill(equal, value);
        Arrays.fill(one, life);
        return new Points(at, equal, one);
    }

    private void unfold() {
        Points still = still(ROOM / 2);
        size = still.size();
        stride = Math.max(1, same / Math.max(1, size));
        int room = Math.max(FIRST_ROOM, Integer.highestOneBit(size) * 2);
        tenths = Arrays.copyOf(still.tenths(), room);
        values = Arrays.copyOf(still.values(), room);
        lives = Arrays.copyOf(still.lives(), room);
    }

    private void put(int atTenths, double newValue, int newLife) {
        if (++skipped < stride) {
            return;
        }
        skipped = 0;
        if (size == ROOM) {
            if (tenths[size - 1] - tenths[0] < window) {
                halve();
            } else {
                forget(ROOM / 4);
            }
        } else if (size == tenths.length) {
            tenths = Arrays.copyOf(tenths, size * 2);
            values = Arrays.copyOf(values, size * 2);
            lives = Arrays.copyOf(lives, size * 2);
        }
        tenths[size] = atTenths;
        values[size] = newValue;
        lives[size++] = newLife;
    }

    private void halve() {
        size = ROOM / 2;
        stride *= 2;
        for (int i = 0; i < size; i++) {
            tenths[i] = tenths[2 * i + 1];
            values[i] = values[2 * i + 1];
            lives[i] = lives[2 * i + 1];
        }
    }

    private void forget(int count) {
        size -= count;
        System.arraycopy(tenths, count, tenths, 0, size);
        System.arraycopy(values, count, values, 0, size);
        System.arraycopy(lives, count, lives, 0, size);
    }
}
