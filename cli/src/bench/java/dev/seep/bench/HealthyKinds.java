package dev.seep.bench;

import java.util.Arrays;
import java.util.List;

/** Healthy processes: they restart, change their level, collect, warm up, or follow a load. */
final class HealthyKinds {
    private HealthyKinds() {}

    static List<Kind> all() {
        return List.of(
                CourseKind.healthy("restarts_flat", Setting::any, HealthyKinds::restarts),
                CourseKind.healthy("level_steps", Setting::any, HealthyKinds::levels),
                CourseKind.healthy("gc_sawtooth", Setting::any, (setting, values, lives) -> sawtooth(setting, values)),
                CourseKind.healthy("gc_two_level", Setting::any, HealthyKinds::twoLevels),
                CourseKind.healthy("saw_warmup", Setting::any, HealthyKinds::sawtoothAndWarmUp),
                CourseKind.healthy("saw_changing_height", Setting::any, HealthyKinds::changingHeight),
                CourseKind.healthy("logarithmic_creep", Setting::any, HealthyKinds::creep),
                CourseKind.healthy("whole_percent", Setting::wholePercent, HealthyKinds::fewLevels),
                CourseKind.healthy("days", Setting::days, HealthyKinds::days),
                CourseKind.healthy("batch_load", Setting::week, HealthyKinds::batches));
    }

    /** Two to seven lives, each of which warms up and stays. */
    private static void restarts(Setting setting, double[] values, int[] lives) {
        int n = values.length;
        double drop = setting.uniform(0.15, 0.7);
        double tau = setting.logUniform(1, 12);
        int[] begins = new int[setting.whole(1, 6)];
        Arrays.setAll(begins, i -> setting.whole(n / 30 + 1, n - n / 30 - 1));
        Arrays.sort(begins);
        int life = 0;
        int born = 0;
        double own = setting.uniform(-0.02, 0.02);
        for (int i = 0; i < n; i++) {
            if (life < begins.length && i == begins[life]) {
                born = i;
                own = setting.uniform(-0.02, 0.02);
                while (life < begins.length && i == begins[life]) {
                    life++;
                }
            }
            lives[i] = life;
            values[i] = own - drop * Math.exp(-(i - born) / tau);
        }
    }

    /** Two or three changes of level between a tenth and seven tenths of the run, up or down. */
    private static void levels(Setting setting, double[] values, int[] lives) {
        int n = values.length;
        for (int step = setting.whole(2, 3); step > 0; step--) {
            double size = setting.logUniform(0.03, 0.3) * (setting.whole(0, 2) > 0 ? 1 : -1);
            for (int i = (int) (n * setting.uniform(0.1, 0.7)); i < n; i++) {
                values[i] += size;
            }
        }
    }

    private static void sawtooth(Setting setting, double[] values) {
        double height = setting.logUniform(0.05, 1);
        SawtoothMemory.add(setting, values, cycles(setting, values.length), u -> height);
    }

    private static double cycles(Setting setting, int n) {
        return setting.logUniform(6, Math.max(20, n / 5.0));
    }

    private static void twoLevels(Setting setting, double[] values, int[] lives) {
        SawtoothMemory.addTwoLevels(setting, values, setting.uniform(6, 12), setting.logUniform(0.05, 1));
    }

    private static void sawtoothAndWarmUp(Setting setting, double[] values, int[] lives) {
        sawtooth(setting, values);
        double rise = setting.logUniform(0.1, 1);
        double tau = values.length * setting.logUniform(0.012, 0.3);
        for (int i = 0; i < values.length; i++) {
            values[i] += rise * (1 - Math.exp(-i / tau));
        }
    }

    /** The floors stay, and the teeth become higher or lower, at once or little by little. */
    private static void changingHeight(Setting setting, double[] values, int[] lives) {
        double first = setting.logUniform(0.1, 0.8);
        double last = first * setting.logUniform(0.4, 2.5);
        double when = setting.uniform(0.2, 0.8);
        boolean atOnce = setting.random().nextBoolean();
        SawtoothMemory.add(
                setting,
                values,
                cycles(setting, values.length),
                u -> atOnce ? (u < when ? first : last) : first + (last - first) * u);
    }

    /** Classes and code are loaded ever more rarely: half of the rise is in the first few percent of the run. */
    private static void creep(Setting setting, double[] values, int[] lives) {
        double rise = setting.logUniform(0.05, 0.6);
        double tau = setting.logUniform(1e-5, 1e-3);
        for (int i = 0; i < values.length; i++) {
            values[i] = rise * Math.log1p(i / (tau * values.length)) / Math.log1p(1 / tau);
        }
    }

    /** Flat, a warm-up or a slow cycle of a few steps of the gauge. */
    private static void fewLevels(Setting setting, double[] values, int[] lives) {
        int shape = setting.whole(0, 2);
        double size = setting.uniform(0.5, 4) / setting.level();
        double cycles = setting.uniform(2, 8);
        for (int i = 0; i < values.length; i++) {
            double u = (double) i / values.length;
            values[i] =
                    shape == 0 ? 0 : size * (shape == 1 ? 1 - Math.exp(-u / 0.08) : Math.sin(2 * Math.PI * cycles * u));
        }
    }

    /** A load with the rhythm of days, no two of which are alike. */
    private static void days(Setting setting, double[] values, int[] lives) {
        double height = setting.logUniform(0.05, 0.6);
        double phase = setting.uniform(0, 1);
        double[] busy = setting.random().doubles(14, 0.7, 1.2).toArray();
        for (int i = 0; i < values.length; i++) {
            double day = i * setting.interval() / 86_400 + phase;
            double wave = Math.max(0, Math.sin(Math.PI * (day % 1)));
            values[i] = height * busy[(int) day] * wave * wave;
        }
    }

    /** Jobs of any length and size, with rests between them, and everything given back. */
    private static void batches(Setting setting, double[] values, int[] lives) {
        double height = setting.logUniform(0.1, 1);
        double job = setting.logUniform(10, 200);
        double rest = setting.logUniform(10, 400);
        int i = 0;
        while (i < values.length) {
            i += (int) exponential(setting, rest);
            double tall = height * setting.uniform(0.3, 1.5);
            for (int end = i + (int) exponential(setting, job); i < Math.min(end, values.length); i++) {
                values[i] += tall;
            }
            i++;
        }
    }

    private static double exponential(Setting setting, double mean) {
        return -mean * Math.log(1 - setting.uniform(0, 1));
    }
}
