package dev.seep.bench;

import dev.seep.sample.Unit;
import java.util.Random;

/**
 * A stretch of samples beside which a few others stand far off in time, or which has a hole.
 *
 * @param place where the others stand
 * @param ownLife whether they are of another life than the rest
 * @param strays how many
 * @param gap how far off, in lengths of the stretch
 */
record WrongClock(Place place, boolean ownLife, int strays, int gap) {
    /** Where the samples stand that are far off. */
    enum Place {
        /** Before the stretch, at the level at which it begins. */
        BEFORE,
        /** After the stretch, at the level at which it ends; of another life, at that at which it began. */
        AFTER,
        /** From the middle of the stretch, with a time that is too late. */
        DISPLACED_LATE,
        /** From the middle of the stretch, with a time that is too early. */
        DISPLACED_EARLY,
        /** In the middle nobody looked; what happens went on meanwhile. A life of its own begins after it. */
        HOLE,
        /** In the middle the machine slept; what happens goes on where it was. */
        SLEEP;

        boolean hasStrays() {
            return this != HOLE && this != SLEEP;
        }
    }

    private static final double INTERVAL = 30;
    private static final double START = 1.76e9;
    private static final double LEVEL = 300e6;

    /** The level that grows, the noise and the length of a stretch. */
    record Base(ClockCourse course, double size, int samples) {}

    static Unit unit() {
        return Unit.BYTES;
    }

    /** The samples in the order in which they were taken. */
    SampleList samples(Base base, Random random) {
        SampleList list = new SampleList();
        if (place == Place.BEFORE) {
            addStrays(list, base, random, -gap, 0);
        }
        for (int i = 0; i < base.samples; i++) {
            boolean odd = isOdd(i, base.samples);
            double u = (double) i / base.samples;
            double course = u;
            if (place == Place.HOLE && odd) {
                course = ownLife ? u - 0.5 : u + gap;
            }
            add(list, base, random, odd ? u + shift() : u, course, odd && ownLife ? 1 : 0);
        }
        if (place == Place.AFTER) {
            addStrays(list, base, random, 1 + gap, ownLife ? 0 : 1);
        }
        return list;
    }

    private boolean isOdd(int i, int n) {
        return switch (place) {
            case BEFORE, AFTER -> false;
            case DISPLACED_LATE, DISPLACED_EARLY -> i >= n / 2 && i < n / 2 + strays;
            case HOLE, SLEEP -> i >= n / 2;
        };
    }

    private double shift() {
        return place == Place.DISPLACED_EARLY ? -gap - 0.5 : place == Place.DISPLACED_LATE ? gap + 0.5 : gap;
    }

    private void addStrays(SampleList list, Base base, Random random, double from, double level) {
        for (int i = 0; i < strays; i++) {
            add(list, base, random, from + (double) i / base.samples, level, ownLife ? 1 : 0);
        }
    }

    /** @param time and course both in lengths of the stretch */
    private static void add(SampleList list, Base base, Random random, double time, double course, int life) {
        double value = base.course.at(course, base.size) + base.course.noise(random);
        list.add(
                START + INTERVAL * Math.rint(time * base.samples),
                4096 * Math.rint(Math.max(0, LEVEL * value) / 4096),
                life);
    }
}
