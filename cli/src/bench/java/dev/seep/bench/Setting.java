package dev.seep.bench;

import dev.seep.sample.Unit;
import java.util.Random;

/**
 * The circumstances under which a series is recorded.
 *
 * @param samples how many
 * @param interval seconds between them
 * @param level typical size of a value
 * @param sigma standard deviation of the noise as a share of the level
 * @param phi correlation of the noise with that of the sample before
 */
record Setting(Random random, int samples, double interval, Unit unit, double level, double sigma, double phi) {
    private static final int[] LENGTHS = {60, 240, 1440};
    private static final int WEEK = 10_080;
    private static final double[] INTERVALS = {15, 30, 60, 60, 60, 120};

    /** Any: 60 to 1440 samples and now and then a week of them, bytes or things, in noise that may remember. */
    static Setting any(Random random) {
        int n = random.nextInt(25) == 0 ? WEEK : pick(random, LENGTHS);
        boolean bytes = random.nextInt(3) > 0;
        return new Setting(
                random,
                n,
                INTERVALS[random.nextInt(INTERVALS.length)],
                bytes ? Unit.BYTES : Unit.COUNT,
                bytes ? logUniform(random, 3e7, 4e9) : logUniform(random, 60, 1e4),
                logUniform(random, 0.002, 0.04),
                random.nextBoolean() ? 0 : 0.6 * random.nextDouble());
    }

    /** Bytes every minute in noise that remembers not at all, somewhat or much. */
    static Setting minutes(Random random) {
        return new Setting(
                random,
                pick(random, 120, 600, 1440),
                60,
                Unit.BYTES,
                logUniform(random, 5e7, 4e9),
                logUniform(random, 0.003, 0.02),
                new double[] {0, 0.5, 0.9}[random.nextInt(3)]);
    }

    /** Two to ten days. */
    static Setting days(Random random) {
        Setting any = any(random);
        return any.with(pick(random, 600, 1440, 2880), 300);
    }

    /** A week, a sample each minute. */
    static Setting week(Random random) {
        return any(random).with(WEEK, 60);
    }

    /** A gauge in whole percent. */
    static Setting wholePercent(Random random) {
        Setting any = any(random);
        double level = 15 + 70 * random.nextDouble();
        return new Setting(
                random, any.samples, any.interval, Unit.COUNT, level, (0.2 + random.nextDouble()) / level, any.phi);
    }

    private Setting with(int otherSamples, double otherInterval) {
        return new Setting(random, otherSamples, otherInterval, unit, level, sigma, phi);
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    double logUniform(double from, double to) {
        return logUniform(random, from, to);
    }

    /** Inclusive. */
    int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private static double logUniform(Random random, double from, double to) {
        return from * Math.pow(to / from, random.nextDouble());
    }

    private static int pick(Random random, int... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }
}
