package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** What most series of a real pod are: they stand still, or count a little. */
record QuietKinds(String label, Unit unit, BiConsumer<Setting, double[]> values) implements Kind {
    private static final double START = 1.767e9;
    private static final double PAGE = 4096;

    static List<Kind> all() {
        return List.of(
                new QuietKinds(
                        "constant_bytes",
                        Unit.BYTES,
                        (setting, values) -> Arrays.fill(values, PAGE * Math.rint(setting.level() / PAGE))),
                new QuietKinds(
                        "constant_count", Unit.COUNT, (setting, values) -> Arrays.fill(values, setting.whole(0, 60))),
                new QuietKinds("small_counts_bursts", Unit.COUNT, QuietKinds::bursts),
                new QuietKinds("zero_inflated", Unit.COUNT, QuietKinds::mostlyNone));
    }

    @Override
    public boolean leaks() {
        return false;
    }

    @Override
    public Series draw(String name, Random random) {
        Setting setting = Setting.any(random);
        double[] counted = new double[setting.samples()];
        values.accept(setting, counted);
        SampleList samples = new SampleList();
        for (int i = 0; i < counted.length; i++) {
            samples.add(START + i * setting.interval(), counted[i], 0);
        }
        return samples.series(name, unit);
    }

    /** A few, and now and then for some samples many more. */
    private static void bursts(Setting setting, double[] values) {
        int few = setting.whole(1, 12);
        for (int i = 0; i < values.length; i++) {
            values[i] = few + (setting.whole(0, 8) == 0 ? 1 : 0);
        }
        for (int burst = values.length / 25; burst > 0; burst--) {
            int from = setting.whole(0, values.length - 1);
            int more = setting.whole(5, 60);
            for (int i = from; i < Math.min(values.length, from + setting.whole(1, 4)); i++) {
                values[i] = few + more;
            }
        }
    }

    private static void mostlyNone(Setting setting, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = setting.whole(0, 9) == 0 ? setting.whole(1, 4) : 0;
        }
    }
}
