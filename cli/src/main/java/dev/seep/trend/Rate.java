package dev.seep.trend;

import java.util.List;

/**
 * How fast it grows: the mean slope over the second half, averaged over all growing hypotheses by what each is worth, so
 * that a bend which is hardly better than a line does not decide alone (Hoeting, Madigan, Raftery and Volinsky,
 * "Bayesian model averaging", Statistical Science 14, 1999). The error has what each hypothesis leaves open, and what
 * they disagree on.
 *
 * @param slope per hour, in the metric's unit
 * @param error standard error of {@code slope}
 * @param freedom degrees of freedom of that error, those of the best hypothesis
 */
record Rate(double slope, double error, int freedom) {
    /** Most growth is straight: a bend must be this much likelier than the price that it pays as a shape. */
    private static final double STRAIGHT = Math.exp(3);

    static final Rate NONE = new Rate(0, 0, 1);

    static Rate of(Blocks blocks, List<double[]> base, Rivals rivals) {
        Hypothesis best = rivals.best();
        if (best == null) {
            return NONE;
        }
        double span = blocks.span();
        double weights = 0;
        double first = 0;
        double second = 0;
        for (Hypothesis rival : rivals.all()) {
            Shape trend = rival.trend();
            if (trend != null) {
                double factor = secondHalf(trend) / span;
                Fit fit = new Fit(blocks, base, rival);
                double slope = fit.growth() * factor;
                double error = fit.growthError() * factor;
                double weight = rivals.weight(rival) * (trend.kind() == Shape.Kind.LINE ? STRAIGHT : 1);
                weights += weight;
                first += weight * slope;
                second += weight * (slope * slope + error * error);
            }
        }
        double mean = first / weights;
        double variance = Math.max(0, second / weights - mean * mean);
        return new Rate(mean, Math.sqrt(variance), new Fit(blocks, base, best).freedom);
    }

    /** Mean slope over the second half of the span, of a shape that rises from 0 to 1 over the span. */
    private static double secondHalf(Shape trend) {
        return switch (trend.kind()) {
            case HINGE -> 1 / (1 - trend.parameter());
            case ROOT -> 2 * (1 - Math.sqrt(0.5));
            case SQUARE -> 1.5;
            default -> 1;
        };
    }
}
