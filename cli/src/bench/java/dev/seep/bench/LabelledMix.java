package dev.seep.bench;

import dev.seep.bench.Labels.Labelled;
import dev.seep.sample.Series;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Of series that people have labelled. */
final class LabelledMix implements RunMix {
    private static final Set<String> STILL = Set.of("constant", "small_counts_bursts", "zero_inflated");
    private static final List<String> SIZES = List.of("faint", "mild", "moderate", "severe");

    private final List<Labelled> all;
    private final List<Labelled> quiet;
    private final List<Labelled> moving;

    LabelledMix(List<Labelled> all) {
        this.all = all;
        Predicate<Labelled> still = one -> STILL.contains(one.family());
        moving = all.stream().filter(Labelled::isHealthy).filter(still.negate()).toList();
        List<Labelled> known =
                all.stream().filter(Labelled::isHealthy).filter(still).toList();
        quiet = known.isEmpty() ? moving : known;
    }

    /** One that moves where the labels tell of none that stands still. */
    @Override
    public Series quiet(String name, Random random) {
        return named(name, one(quiet, random).series());
    }

    @Override
    public Series moving(String name, Random random) {
        return named(name, one(moving, random).series());
    }

    @Override
    public List<String> leakSizes() {
        return SIZES.stream().filter(size -> !leaks(size).isEmpty()).toList();
    }

    @Override
    public SizedLeak leak(String size, Random random) {
        Labelled leak = one(leaks(size), random);
        return new SizedLeak(leak.series(), leak.perHour());
    }

    private List<Labelled> leaks(String size) {
        return all.stream()
                .filter(Labelled::isLeak)
                .filter(one -> one.severity().equals(size))
                .toList();
    }

    /** A verdict knows a series by its name, and the same may be in a run twice. */
    private static Series named(String name, Series series) {
        return Subsample.of(series, name + " " + series.name(), sample -> true);
    }

    private static Labelled one(List<Labelled> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
