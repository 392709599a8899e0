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

    /**
     * @param series with or without samples
     * @return never null; its answer is {@link Answer#SHORT} if there are too few samples
     */
    public Trend fit(Series series) {
        Samples samples = SpikeFilter.clean(Samples.of(series));
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
        return new Weighing(samples, looks, bounding).trend();
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
                Double.NaN,
                List.of());
    }
}
