package dev.seep.trend;

import java.util.List;

/**
 * What the mathematics says of one series. Growth is positive in the bad direction of the metric; numbers that do not
 * apply are NaN.
 *
 * @param level median of the values
 * @param hours from the first to the last sample
 * @param lifeHours length of what was fitted: {@code hours}, or the longest life if there are several
 * @param twoLogBayesFactor for growth against settling, in -2 log likelihood after the costs of shapes; its exponential half is a
 *     Bayes factor
 * @param slopePerHour slope in the end (of growth that bends without a kink the mean over the second half), {@code slopeLow} to {@code slopeHigh} its 95 % interval
 * @param rise by which the growing fit rises over {@code lifeHours}, and the values while nothing was seen
 * @param hiddenPerHour largest slope that the settled fit leaves room for, one-sided 95 %
 * @param fastestPerHour the fastest growth that the data allow, 95 %, per hour of all the time that was seen: of a rise that
 *     may go on and goes further than what the series has come back from, else of the line beside what settles, with the
 *     probability that it grows at all, at least even
 * @param detectablePerHour slope that would have been called growth nine times of ten
 * @param hoursToSettle hours that must be seen to show whether an open rise settles
 * @param fittedViews what was looked at, the one that decided first
 */
public record Trend(
        double level,
        double hours,
        double lifeHours,
        Decision decision,
        Pattern pattern,
        double twoLogBayesFactor,
        double slopePerHour,
        double slopeLow,
        double slopeHigh,
        double rise,
        double hiddenPerHour,
        double fastestPerHour,
        double detectablePerHour,
        double hoursToSettle,
        List<FittedView> fittedViews) {
    /** Evidence beyond which a series is said to grow. */
    public static final double GROWS = 3.5;

    /** How many times as long a run is, at least, that is asked for. */
    public static final double LEAST_LONGER = 1.5;

    public Trend {
        fittedViews = List.copyOf(fittedViews);
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
                slopePerHour,
                slopeLow,
                slopeHigh,
                rise,
                hiddenPerHour,
                fastestPerHour,
                detectablePerHour,
                LEAST_LONGER * hours,
                fittedViews);
    }
}
