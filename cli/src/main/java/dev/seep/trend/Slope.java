package dev.seep.trend;

/**
 * A slope with its 95 % interval, in the metric's unit per hour; NaN where it does not apply.
 *
 * @param low end of the interval that is nearer to minus infinity
 */
public record Slope(double perHour, double low, double high) {
    public static final Slope NONE = exactly(Double.NaN);

    /** A slope that is known without an error. */
    public static Slope exactly(double perHour) {
        return new Slope(perHour, perHour, perHour);
    }

    /** The same of a metric that is bad where it falls. */
    public Slope negated() {
        return new Slope(-perHour, -high, -low);
    }
}
