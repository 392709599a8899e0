package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs in the mix of real pods: of {@value #POD} series {@value #QUIET} stand still or count a little. */
final class RunMix {
    private static final int POD = 22;
    private static final int QUIET = 16;
    /** Share of the series that have a limit. */
    private static final double LIMITED = 0.6;

    /** What moves in pods and is healthy beyond doubt: nothing that creeps on, and no load of days in a run of hours. */
    private static final List<Kind> MOVING = Stream.concat(
                    Stream.of(Family.values()).filter(family -> !family.leaks),
                    Stream.of("restarts_flat", "level_steps", "gc_sawtooth", "gc_two_level", "saw_warmup", "batch_load")
                            .map(Kinds::labelled))
            .toList();

    private RunMix() {}

    static List<Series> healthy(int size, Random random) {
        List<Series> run = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Kind> kinds = i % POD < QUIET ? QuietKinds.all() : MOVING;
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            run.add(withLimit(kind.draw(i + " " + kind.label(), random), random));
        }
        return run;
    }

    /** With a limit as containers have it, or without. */
    static Series withLimit(Series series, Random random) {
        double highest = 0;
        for (int i = 0; i < series.size(); i++) {
            highest = Math.max(highest, series.value(i));
        }
        double limit = highest * (1.3 + 2.7 * random.nextDouble());
        boolean limited = random.nextDouble() < LIMITED && highest > 0;
        return Picked.of(series, series.name(), sample -> true, limited ? limit : Double.NaN);
    }
}
