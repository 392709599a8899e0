package dev.seep.trend;

/**
 * How much growth the data of one series leave room for, in the metric's unit per hour; NaN where it does not apply.
 *
 * @param hiddenPerHour largest slope that the settled fit leaves room for, one-sided 95 %
 * @param fastestPerHour the fastest growth that the data allow, 95 %, per hour of all the time that was seen: of a rise
 *     that may go on and goes further than any that the series has come back from, else of the line beside the settling
 *     shapes, with the probability that it grows at all, at least even
 * @param detectablePerHour slope that would have been called growth with a probability of 90 %
 */
public record GrowthBounds(double hiddenPerHour, double fastestPerHour, double detectablePerHour) {
    /** The same value for all three bounds, of a series in which nothing moves. */
    static GrowthBounds of(double perHour) {
        return new GrowthBounds(perHour, perHour, perHour);
    }
}
