package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.util.Random;

/**
 * A straight leak in noise of known memory, as high as the best possible test needs to see it at z standard errors.
 *
 * @param start the share of the run after which it begins
 * @param phi correlation of the noise with that of the sample before
 * @param growth over the run, in standard deviations of the noise
 */
record KnownLeak(int samples, double start, double phi, double growth) {
    private static final double LEVEL = 400e6;
    private static final double SIGMA = 0.02 * LEVEL;
    private static final double BEGIN = 1.767e9;
    private static final double INTERVAL = 60;

    static KnownLeak of(int samples, double start, double phi, double z) {
        return new KnownLeak(samples, start, phi, z * standardError(samples, start, phi));
    }

    /**
     * That of the generalised least-squares estimate of the growth beside an unknown level (Aitken 1935): with whitened
     * columns c of the level and x of the course, 1 / sqrt(x'x - (c'x)^2 / c'c).
     */
    static double standardError(int samples, double start, double phi) {
        double fresh = 1 / Math.sqrt(1 - phi * phi);
        double cc = 0;
        double cx = 0;
        double xx = 0;
        for (int i = 0; i < samples; i++) {
            double c = i == 0 ? 1 : (1 - phi) * fresh;
            double x = i == 0 ? 0 : (course(i, samples, start) - phi * course(i - 1, samples, start)) * fresh;
            cc += c * c;
            cx += c * x;
            xx += x * x;
        }
        return 1 / Math.sqrt(xx - cx * cx / cc);
    }

    private static double course(int i, int samples, double start) {
        return Math.max(0, (double) i / (samples - 1) - start) / (1 - start);
    }

    /** The true growth while it lasts, in bytes. */
    double perHour() {
        return growth * SIGMA / (1 - start) / ((samples - 1) * INTERVAL / 3600);
    }

    Series draw(Random random) {
        SampleList list = new SampleList();
        double noise = random.nextGaussian();
        for (int i = 0; i < samples; i++) {
            noise = i == 0 ? noise : phi * noise + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            double value = LEVEL + SIGMA * (growth * course(i, samples, start) + noise);
            list.add(BEGIN + i * INTERVAL, 4096 * Math.rint(value / 4096), 0);
        }
        return list.series("leak", Unit.BYTES);
    }
}
