package dev.seep.bench;

import dev.seep.bench.SizedLeak.Size;
import dev.seep.sample.Series;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Of series that nobody has seen before. */
final class GeneratedMix implements RunMix {
    /** Share of the series that have a limit. */
    private static final double LIMITED = 0.6;

    /** What moves in pods and is healthy beyond doubt: nothing that creeps on, and no load of days in a run of hours. */
    private static final List<Kind> MOVING = Stream.concat(
                    Stream.of(Family.values()).filter(family -> !family.leaks),
                    Stream.of("restarts_flat", "level_steps", "gc_sawtooth", "gc_two_level", "saw_warmup", "batch_load")
                            .map(Kinds::labelled))
            .toList();

    @Override
    public Series quiet(String name, Random random) {
        return one(QuietKinds.all(), name, random);
    }

    @Override
    public Series moving(String name, Random random) {
        return one(MOVING, name, random);
    }

    @Override
    public List<String> leakSizes() {
        return Stream.of(Size.values())
                .map(size -> size.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public SizedLeak leak(String size, Random random) {
        return SizedLeak.draw(Size.valueOf(size.toUpperCase(Locale.ROOT)), random);
    }

    private static Series one(List<Kind> kinds, String name, Random random) {
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        return withLimit(kind.draw(name + " " + kind.label(), random), random);
    }

    /** With a limit as containers have it, or without. */
    static Series withLimit(Series series, Random random) {
        double highest = 0;
        for (int i = 0; i < series.size(); i++) {
            highest = Math.max(highest, series.value(i));
        }
        double limit = highest * (1.3 + 2.7 * random.nextDouble());
        boolean limited = random.nextDouble() < LIMITED && highest > 0;
        return Subsample.of(series, series.name(), sample -> true, limited ? limit : Double.NaN);
    }
}
