package dev.seep.bench;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Growth that begins anywhere and ends within the run, which is healthy, beside growth that begins late and goes on.
 * Heights are 6 to 40 standard deviations of the noise.
 */
final class GrowthKinds {
    /** No healthy growth ends later than this. */
    private static final double LATEST_END = 0.85;

    private GrowthKinds() {}

    static List<Kind> all() {
        return List.of(
                ended("ended_linear", w -> w),
                ended("ended_saturating", w -> 1 - Math.exp(-4 * w)),
                ended("ended_s_shaped", w -> w * w * (3 - 2 * w)),
                CourseKind.healthy("ended_two_ramps", Setting::minutes, GrowthKinds::twoRamps),
                CourseKind.healthy("ended_stairs", Setting::minutes, GrowthKinds::stairs),
                late("late_leak_line", s -> s),
                late("late_leak_accelerating", s -> s * s),
                late("late_leak_root", Math::sqrt));
    }

    /** @param shape from 0 to about 1 over the growth */
    private static Kind ended(String label, DoubleUnaryOperator shape) {
        return CourseKind.healthy(label, Setting::minutes, (setting, values, lives) -> {
            double width = setting.uniform(0.03, 0.35);
            double start = setting.uniform(0, LATEST_END - width);
            ramp(values, height(setting), start, width, shape);
        });
    }

    private static Kind late(String label, DoubleUnaryOperator shape) {
        return CourseKind.leak(label, Setting::minutes, (setting, values, lives) -> {
            double start = setting.uniform(0.5, 0.8);
            ramp(values, height(setting), start, 1 - start, shape);
        });
    }

    private static void twoRamps(Setting setting, double[] values, int[] lives) {
        double first = setting.uniform(0.03, 0.2);
        double second = setting.uniform(0.03, 0.2);
        double rest = setting.uniform(0.05, 0.25);
        double start = setting.uniform(0, LATEST_END - first - rest - second);
        double share = setting.uniform(0.3, 0.7);
        double height = height(setting);
        ramp(values, share * height, start, first, w -> w);
        ramp(values, (1 - share) * height, start + first + rest, second, w -> w);
    }

    private static void stairs(Setting setting, double[] values, int[] lives) {
        int steps = setting.whole(3, 8);
        double width = setting.uniform(0.2, 0.6);
        ramp(
                values,
                height(setting),
                setting.uniform(0, LATEST_END - width),
                width,
                w -> Math.floor(w * steps) / steps);
    }

    private static double height(Setting setting) {
        return setting.sigma() * setting.logUniform(6, 40);
    }

    private static void ramp(double[] values, double height, double start, double width, DoubleUnaryOperator shape) {
        for (int i = 0; i < values.length; i++) {
            double done = ((double) i / values.length - start) / width;
            values[i] += height * shape.applyAsDouble(Math.max(0, Math.min(1, done)));
        }
    }
}
