package dev.seep.trend;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits one series: puts spikes aside, looks at block means, floors, the levels
 * of a sawtooth without its teeth and the idle times of a batch load, and
 * weighs what settles against what keeps growing in each. Deterministic, without state.
 */
public final class TrendFitter {
    private static final double STILL = 1e-3;
    private static final double STILL_IN_ALL = 0.02;
    /** Evidence that the loss of a tenth does not turn. */
    private static final double BEYOND_DOUBT = 17;

    private static final double PART = 0.1;

    /**
     * @param series with or without samples
     * @return never null; its answer is {@link Answer#SHORT} if there are too few samples
     */
    public Trend fit(Series series) {
        Samples all = Samples.of(series);
        Trend trend = fit(Stretches.of(all));
        return trend.answer() == Answer.GROWS && trend.evidence() < BEYOND_DOUBT ? doubted(all, trend) : trend;
    }

    private static Trend fit(Samples seen) {
        Samples samples = SpikeFilter.clean(seen);
        if (samples.size() < Blocks.FEWEST || samples.span() <= 0) {
            return still(samples, Answer.SHORT, Pattern.TOO_SHORT);
        }
        if (isConstant(samples)) {
            return still(samples, Answer.SETTLES, Pattern.STEADY);
        }
        List<Look> looks = looks(samples);
        if (looks.isEmpty()) {
            return still(samples, Answer.SHORT, Pattern.TOO_SHORT);
        }
        List<Look> bounding = new ArrayList<>(looks);
        Blocks coarse = Blocks.coarse(samples);
        if (coarse.lives() == 1 && coarse.size() >= Blocks.FEWEST) {
            bounding.add(Look.at(coarse));
        }
        return new Weighing(seen, samples, looks, bounding).trend();
    }

    /**
     * A call that is another one without the first or the last tenth is not beyond doubt: what grew is open where either
     * part by itself settles, or where it has only come to where it began. What starts takes more than it keeps in all
     * replicas alike, so that together they are no more evidence than one.
     */
    private static Trend doubted(Samples all, Trend trend) {
        if (ComeBack.isToStart(SpikeFilter.clean(all))) {
            return trend.doubted(0);
        }
        double begin = all.hours()[0];
        double end = all.hours()[all.size() - 1];
        double cut = PART * (end - begin);
        boolean settles = settles(all.between(begin + cut, end)) || settles(all.between(begin, end - cut));
        return settles ? trend.doubted(Trend.GROWS) : trend;
    }

    private static boolean settles(Samples part) {
        return fit(Stretches.of(part)).answer() == Answer.SETTLES;
    }

    private static List<Look> looks(Samples samples) {
        List<Blocks> views = new ArrayList<>(List.of(Blocks.means(samples)));
        Optional<Blocks> levelled = Levelled.of(samples);
        // A block that is shorter than a cycle may miss its floor.
        views.add(Blocks.floors(samples, levelled.isPresent() ? Drops.of(samples).length : samples.size()));
        levelled.ifPresent(views::add);
        Quiet.of(samples).ifPresent(views::add);
        return views.stream()
                .filter(blocks -> blocks.size() >= Blocks.FEWEST)
                .map(Look::at)
                .toList();
    }

    /** Whether nothing moves but the last digit. */
    private static boolean isConstant(Samples samples) {
        double least = samples.values()[0];
        double most = least;
        for (double value : samples.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double level = samples.level();
        double resolution = samples.resolution();
        boolean steady = most - least <= Math.max(resolution, STILL * level);
        return most == least || (steady && most - least <= STILL_IN_ALL * level + resolution);
    }

    private static Trend still(Samples samples, Answer answer, Pattern pattern) {
        boolean known = answer == Answer.SETTLES;
        double hours = samples.span();
        double slope = known ? 0 : Double.NaN;
        double shown = known ? samples.resolution() / hours : Double.NaN;
        double level = samples.size() == 0 ? Double.NaN : samples.level();
        return new Trend(
                level,
                hours,
                hours,
                answer,
                pattern,
                Look.NONE,
                slope,
                slope,
                slope,
                0,
                shown,
                shown,
                shown,
                Double.NaN,
                List.of());
    }
}
