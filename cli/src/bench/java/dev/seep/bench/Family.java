package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.Locale;
import java.util.Random;

/**
 * Courses of series whose truth is known. {@code u} is the share of the run that is over, {@code size} the amplitude of
 * what moves, relative to a level of 1.
 */
enum Family implements Kind {
    FLAT(false),
    WARM_UP(false),
    SLOW_START(false),
    RAMP_AND_PLATEAU(false),
    STEPS(false),
    DAILY_LOAD(false),
    WARM_UP_UNDER_LOAD(false),
    SAWTOOTH(false),
    SAWTOOTH_AND_WARM_UP(false),
    BATCHES(false),
    REMEMBERING_NOISE(false),
    SPIKES(false),
    SHRINKING(false),
    RESTARTS(false),
    LEVELS(false),
    LINE(true),
    LINE_IN_REMEMBERING_NOISE(true),
    LINE_UNDER_LOAD(true),
    LINE_AND_WARM_UP(true),
    LINE_AND_STEP(true),
    LINE_AND_SPIKES(true),
    LATE_LINE(true),
    ROOT(true),
    ACCELERATING(true),
    STAIR(true),
    RISING_SAWTOOTH(true),
    GROWTH_WITH_RESTARTS(true);

    final boolean leaks;

    Family(boolean leaks) {
        this.leaks = leaks;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean leaks() {
        return leaks;
    }

    @Override
    public Series draw(String name, Random random) {
        return Generated.series(this, name, Generated.anyLength(random), random);
    }

    boolean restarts() {
        return this == RESTARTS || this == GROWTH_WITH_RESTARTS;
    }

    /** Relative values of {@code n} samples in noise of relative size {@code sigma}; {@code lives} is filled in. */
    double[] draw(Random random, int n, double size, double sigma, int[] lives) {
        double place = 0.05 + 0.3 * random.nextDouble();
        double cycles = 6 + 20 * random.nextDouble();
        double phase = random.nextDouble();
        int count = restarts() ? 3 + random.nextInt(3) : 1;
        double phi = name().contains("REMEMBERING") ? 0.9 : 0;
        double remembered = 0;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double u = (double) i / n;
            lives[i] = (int) (u * count);
            double noise = sigma * random.nextGaussian();
            remembered = phi * remembered + Math.sqrt(1 - phi * phi) * noise;
            double spike = name().contains("SPIKES") && random.nextInt(40) == 0 ? 10 * sigma + size : 0;
            values[i] = 1 + course(u, u * count % 1, size, place, cycles, phase) + remembered + spike;
        }
        return values;
    }

    private double course(double u, double age, double size, double place, double cycles, double phase) {
        double wave = 0.2 * Math.sin(2 * Math.PI * (u * cycles / 3 + phase));
        double tooth = 0.3 * ((u * cycles + phase) % 1);
        return switch (this) {
            case FLAT, REMEMBERING_NOISE, SPIKES -> 0;
            case WARM_UP -> size * (1 - Math.exp(-u / (place / 2)));
            case SLOW_START -> size * (1 - Math.exp(-u / (0.2 + place / 2.5)));
            case RAMP_AND_PLATEAU -> size * Math.min(1, u / (1.5 * place));
            case STEPS -> (u > place ? size : 0) + (u > 2 * place ? size / 2 : 0);
            case LEVELS -> size * (u > place ? 1 : 0) - size * (u > 2 * place ? 1 : 0);
            case DAILY_LOAD -> wave;
            case WARM_UP_UNDER_LOAD -> wave + size * (1 - Math.exp(-u / 0.05));
            case SAWTOOTH -> tooth;
            case SAWTOOTH_AND_WARM_UP -> tooth + size * (1 - Math.exp(-u / 0.05));
            case BATCHES -> tooth > 0.15 ? 0.3 : 0;
            case SHRINKING -> -0.3 * size * u;
            case RESTARTS -> size * (1 - Math.exp(-age / 0.05));
            case LINE, LINE_IN_REMEMBERING_NOISE, LINE_AND_SPIKES -> size * u;
            case LINE_UNDER_LOAD -> size * u + wave;
            case LINE_AND_WARM_UP -> size * u + 0.3 * (1 - Math.exp(-u / 0.05));
            case LINE_AND_STEP -> size * u + (u > place ? 0.2 : 0);
            case LATE_LINE -> size * Math.max(0, u - place) / (1 - place);
            case ROOT -> size * Math.sqrt(u);
            case ACCELERATING -> size * u * u;
            case STAIR -> size * Math.floor(u * 12) / 12;
            case RISING_SAWTOOTH -> size * u + tooth;
            case GROWTH_WITH_RESTARTS -> size * age;
        };
    }
}
