package dev.seep.trend;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits one series and decides whether it keeps growing: puts spikes aside, takes the views of block means, floors, a
 * detrended sawtooth and the idle phases of a batch load, and compares growing with settling hypotheses in each.
 * Deterministic, without state.
 */
public final class TrendFitter {
    private static final double STILL = 1e-3;
    /** {@code twoLogBayesFactor} that the loss of a tenth does not turn. */
    private static final double BEYOND_DOUBT = 17;

    private static final double PART = 0.1;

    /**
     * @param series with or without samples
     * @return never null; its decision is {@link Decision#SHORT} if there are too few samples
     */
    public Trend fit(Series series) {
        SampleArrays all = SampleArrays.of(series);
        Trend trend = fit(ObservedPeriods.of(all));
        return trend.decision() == Decision.GROWS && trend.twoLogBayesFactor() < BEYOND_DOUBT
                ? doubted(all, trend)
                : trend;
    }

    private static Trend fit(SampleArrays seen) {
        SampleArrays samples = SpikeFilter.clean(seen);
        if (samples.size() < Blocks.FEWEST || samples.span() <= 0) {
            return still(samples, Decision.SHORT, Pattern.TOO_SHORT);
        }
        if (isConstant(samples)) {
            return still(samples, Decision.SETTLES, Pattern.STEADY);
        }
        List<ViewFit> viewFits = viewFits(samples);
        if (viewFits.isEmpty()) {
            return still(samples, Decision.SHORT, Pattern.TOO_SHORT);
        }
        List<ViewFit> bounding = new ArrayList<>(viewFits);
        Blocks coarse = Blocks.coarse(samples);
        if (coarse.lives() == 1 && coarse.size() >= Blocks.FEWEST) {
            bounding.add(ViewFit.of(coarse));
        }
        return new ViewCombiner(seen, samples, viewFits, bounding).trend();
    }

    /**
     * A decision that is another one without the first or the last tenth is not beyond doubt: growth is open where
     * either part by itself settles, or where it has only come to where it began. A start takes more than it keeps in
     * all replicas alike, so that together they are no more evidence than one.
     */
    private static Trend doubted(SampleArrays all, Trend trend) {
        if (Reversion.isToStart(SpikeFilter.clean(all))) {
            return trend.doubted(0);
        }
        double begin = all.hours()[0];
        double end = all.hours()[all.size() - 1];
        double cut = PART * (end - begin);
        boolean settles = settles(all.between(begin + cut, end)) || settles(all.between(begin, end - cut));
        return settles ? trend.doubted(Trend.GROWS) : trend;
    }

    private static boolean settles(SampleArrays part) {
        return fit(ObservedPeriods.of(part)).decision() == Decision.SETTLES;
    }

    private static List<ViewFit> viewFits(SampleArrays samples) {
        List<Blocks> views = new ArrayList<>(List.of(Blocks.means(samples)));
        Optional<Blocks> detrended = SawtoothDetrended.of(samples);
        // A block that is shorter than a cycle may miss its floor.
        views.add(Blocks.floors(samples, detrended.isPresent() ? JumpDetector.of(samples).length : samples.size()));
        detrended.ifPresent(views::add);
        IdlePhases.of(samples).ifPresent(views::add);
        return views.stream()
                .filter(blocks -> blocks.size() >= Blocks.FEWEST)
                .map(ViewFit::of)
                .toList();
    }

    /** Whether nothing moves but the last digit. */
    private static boolean isConstant(SampleArrays samples) {
        double least = samples.values()[0];
        double most = least;
        for (double value : samples.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least <= Math.max(samples.resolution(), STILL * samples.level());
    }

    private static Trend still(SampleArrays samples, Decision decision, Pattern pattern) {
        boolean known = decision == Decision.SETTLES;
        double hours = samples.span();
        Slope slope = known ? Slope.exactly(0) : Slope.NONE;
        double level = samples.size() == 0 ? Double.NaN : samples.level();
        return new Trend(
                level,
                hours,
                hours,
                decision,
                pattern,
                ViewFit.NONE,
                slope,
                0,
                GrowthBounds.of(known ? samples.resolution() / hours : Double.NaN),
                Double.NaN,
                List.of());
    }
}
