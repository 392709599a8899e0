package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.util.Random;
import java.util.function.Function;

/** A kind of series that is drawn as a course in a setting. */
record CourseKind(String label, boolean leaks, Function<Random, Setting> settings, Course course) implements Kind {
    private static final double START = 1.767e9;
    private static final double PAGE = 4096;

    /** What happens apart from the noise. */
    @FunctionalInterface
    interface Course {
        /**
         * @param values to fill, as shares of the level, added to 1
         * @param lives to fill where there are several, ascending from 0
         */
        void draw(Setting setting, double[] values, int[] lives);
    }

    static CourseKind healthy(String label, Function<Random, Setting> settings, Course course) {
        return new CourseKind(label, false, settings, course);
    }

    static CourseKind leak(String label, Function<Random, Setting> settings, Course course) {
        return new CourseKind(label, true, settings, course);
    }

    @Override
    public Series draw(String name, Random random) {
        Setting setting = settings.apply(random);
        int n = setting.samples();
        double[] values = new double[n];
        int[] lives = new int[n];
        course.draw(setting, values, lives);
        double step = setting.unit() == Unit.BYTES ? PAGE : 1;
        double remembered = random.nextGaussian();
        SampleList samples = new SampleList();
        for (int i = 0; i < n; i++) {
            double fresh = Math.sqrt(1 - setting.phi() * setting.phi()) * random.nextGaussian();
            remembered = i == 0 ? remembered : setting.phi() * remembered + fresh;
            double value = setting.level() * Math.max(0, 1 + values[i] + setting.sigma() * remembered);
            samples.add(START + i * setting.interval(), step * Math.rint(value / step), lives[i]);
        }
        return samples.series(name, setting.unit());
    }
}
