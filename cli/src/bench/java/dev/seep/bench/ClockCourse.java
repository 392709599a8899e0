package dev.seep.bench;

import java.util.Random;

/** What a process does while its clock is right, as a share of a level of 1. */
enum ClockCourse {
    /** Straight growth, to the last digit. */
    CLEAN_LEAK(true, 0),
    LEAK(true, 0.002),
    FLAT(false, 0.005),
    /** A warm-up that is over after a quarter of the stretch. */
    WARM_UP(false, 0.005),
    SAWTOOTH(false, 0.005);

    final boolean leaks;
    private final double sigma;

    ClockCourse(boolean leaks, double sigma) {
        this.leaks = leaks;
        this.sigma = sigma;
    }

    /**
     * The course without noise.
     *
     * @param u the share of the stretch that is over; also below 0 (what was before) and above 1 (what comes after)
     * @param size growth, height of the warm-up or of the teeth
     */
    double at(double u, double size) {
        return 1
                + switch (this) {
                    case CLEAN_LEAK, LEAK -> size * u;
                    case FLAT -> 0;
                    case WARM_UP -> u < 0 ? 0 : size * (1 - Math.exp(-u / 0.06));
                    case SAWTOOTH -> size * (u * 9.3 - Math.floor(u * 9.3));
                };
    }

    double noise(Random random) {
        return sigma * random.nextGaussian();
    }
}
