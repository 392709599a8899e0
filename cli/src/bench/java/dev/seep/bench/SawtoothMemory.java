package dev.seep.bench;

import java.util.function.DoubleUnaryOperator;

/** The memory of a process that collects its garbage: it rises in teeth and falls back. */
final class SawtoothMemory {
    /** Cycles differ in length by this much, either way. */
    private static final double UNEVEN = 0.25;

    private SawtoothMemory() {}

    /** Adds teeth whose height is that of the operator at the share of the run that is over, give or take a fifth. */
    static void add(Setting setting, double[] values, double cycles, DoubleUnaryOperator height) {
        eachCycle(setting, values.length, cycles, (from, length) -> {
            double tall = height.applyAsDouble((double) from / values.length) * setting.uniform(0.8, 1.2);
            for (int i = Math.max(0, from); i < Math.min(values.length, from + length); i++) {
                values[i] += tall * (i - from) / length;
            }
        });
    }

    /** Adds teeth that stand on larger ones: small collections leave something that the full one takes away. */
    static void addTwoLevels(Setting setting, double[] values, double cycles, double height) {
        eachCycle(setting, values.length, cycles, (from, length) -> {
            int small = setting.whole(3, 8);
            double tooth = height * setting.uniform(0.35, 0.55);
            double pile = height * setting.uniform(0.5, 1);
            for (int i = Math.max(0, from); i < Math.min(values.length, from + length); i++) {
                double phase = (double) (i - from) / length;
                values[i] += pile * phase + tooth * (phase * small % 1);
            }
        });
    }

    private interface Cycle {
        /** @param from its first sample, below 0 if it had begun before the run */
        void at(int from, int length);
    }

    private static void eachCycle(Setting setting, int n, double cycles, Cycle cycle) {
        double typical = n / cycles;
        int from = -(int) (typical * setting.uniform(0, 1));
        while (from < n) {
            int length = Math.max(2, (int) Math.rint(typical * setting.uniform(1 - UNEVEN, 1 + UNEVEN)));
            if (from + length > 0) {
                cycle.at(from, length);
            }
            from += length;
        }
    }
}
