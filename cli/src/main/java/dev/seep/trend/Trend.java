package dev.seep.trend;

import java.util.List;

/**
 * The outcome of the statistics for one series. Growth is positive in the bad direction of the metric; numbers that do
 * not apply are NaN.
 *
 * @param level median of the values
 * @param hours observed from the first to the last sample
 * @param lifeHours length of the fitted span: {@code hours}, or the longest life if there are several
 * @param twoLogBayesFactor of growth against settling, in -2 log likelihood after the penalties of shapes; its
 *     exponential half is a Bayes factor
 * @param slope in the end; of growth that bends without a kink the mean over the second half
 * @param rise of the growing fit over {@code lifeHours}, and of the values while nothing was seen, in the metric's unit
 * @param hoursToSettle hours that must be seen to show whether an open rise settles
 * @param views that were fitted, the one that decided first
 */
public record Trend(
        double level,
        double hours,
        double lifeHours,
        Decision decision,
        Pattern pattern,
        double twoLogBayesFactor,
        Slope slope,
        double rise,
        GrowthBounds bounds,
        double hoursToSettle,
        List<FittedView> views) {
    /** {@code twoLogBayesFactor} beyond which a series is said to grow. */
    public static final double GROWS = 3.5;

    /** How many times as long a run is, at least, that is asked for. */
    public static final double LEAST_LONGER = 1.5;

    public Trend {
        views = List.copyOf(views);
    }

    /**
     * The same, if whether it grows is open after all.
     *
     * @param most evidence that may be left
     */
    Trend doubted(double most) {
        return new Trend(
                level,
                hours,
                lifeHours,
                Decision.OPEN,
                pattern,
                Math.min(twoLogBayesFactor, most),
                slope,
                rise,
                bounds,
                LEAST_LONGER * hours,
                views);
    }
}
