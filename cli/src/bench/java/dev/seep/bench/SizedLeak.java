package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A leak of a known size in a run of others.
 *
 * @param perHour how fast it grows in the end
 */
record SizedLeak(Series series, double perHour) {
    /** Growth over the run as a share of the level. */
    enum Size {
        MILD(0.05, 0.15),
        MODERATE(0.15, 0.6),
        SEVERE(0.6, 2.5);

        private final double least;
        private final double most;

        Size(double least, double most) {
            this.least = least;
            this.most = most;
        }
    }

    private static final double BY_THE_END = 0.1;
    private static final int MOST_TIMES = 10;
    private static final double MOST_HOURS = 720;

    static SizedLeak draw(Size size, Random random) {
        double growth = size.least * Math.pow(size.most / size.least, random.nextDouble());
        double late = 0.1 + 0.3 * random.nextDouble();
        List<DoubleUnaryOperator> shapes = List.of(
                u -> u, Math::sqrt, u -> u * u, u -> Math.max(0, u - late) / (1 - late), u -> Math.floor(u * 20) / 20);
        DoubleUnaryOperator shape = shapes.get(random.nextInt(shapes.size()));
        boolean teeth = random.nextInt(4) == 0;
        Kind kind = CourseKind.leak("leak", Setting::any, (setting, values, lives) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = growth * shape.applyAsDouble((double) i / values.length);
            }
            if (teeth) {
                SawtoothMemory.add(setting, values, values.length / 8.0, u -> 0.2);
            }
        });
        Series series = GeneratedMix.withLimit(kind.draw("leak", random), random);
        double share = growth * (shape.applyAsDouble(1) - shape.applyAsDouble(1 - BY_THE_END)) / BY_THE_END;
        return new SizedLeak(series, share * series.value(0) / hours(series));
    }

    /** Whether it reaches its limit, or twice its highest, within ten times the run and 30 days. */
    boolean doesHarm() {
        double highest = 0;
        for (int i = 0; i < series.size(); i++) {
            highest = Math.max(highest, series.value(i));
        }
        double room = series.limit().orElse(2 * highest) - series.value(series.size() - 1);
        return perHour * Math.min(MOST_TIMES * hours(series), MOST_HOURS) >= room;
    }

    private static double hours(Series series) {
        return (series.seconds(series.size() - 1) - series.seconds(0)) / 3600;
    }
}
