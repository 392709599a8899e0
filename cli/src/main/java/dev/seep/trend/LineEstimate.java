package dev.seep.trend;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The line fitted beside the settling shapes of a view: how much growth a settled view still leaves room for.
 *
 * @param growth over the span, in the metric's unit
 * @param error standard error of {@code growth}
 * @param freedom degrees of freedom of that error
 * @param span in hours
 */
record LineEstimate(double growth, double error, int freedom, double span) {
    static LineEstimate of(Fit fit, double span) {
        return new LineEstimate(fit.growth(), fit.growthError(), fit.freedom, span);
    }

    /** The same per hour, with its two-sided 95 % interval. */
    SlopeEstimate slope() {
        double margin = margin(0.025);
        return new SlopeEstimate(growth / span, error / span, (growth - margin) / span, (growth + margin) / span);
    }

    /** Distance from the line to its one-sided 95 % bound, in the metric's unit over the span. */
    double margin() {
        return margin(0.05);
    }

    /** Distance from the line to the one-sided bound that is passed with this probability, in the metric's unit. */
    double margin(double beyond) {
        return error * TDistribution.of(freedom).inverseSurvivalProbability(beyond);
    }
}
