package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How fast it grows: the mean slope over the second half, averaged over all growing hypotheses by what each is worth, so
 * that a bend which is hardly better than a line does not decide alone (Hoeting, Madigan, Raftery and Volinsky,
 * "Bayesian model averaging", Statistical Science 14, 1999). Error and interval have what each hypothesis leaves open,
 * and what they disagree on.
 *
 * @param slope per hour, in the metric's unit
 * @param error standard error of {@code slope}
 * @param low end of the 95 % interval of the mixture
 * @param high the other end
 */
record Rate(double slope, double error, double low, double high) {
    /** Most growth is straight: a bend must be this much likelier than the price that it pays as a shape. */
    private static final double STRAIGHT = Math.exp(3);

    private static final double TAIL = 0.025;
    private static final int HALVINGS = 50;

    static final Rate NONE = new Rate(0, 0, 0, 0);

    /** What one hypothesis says of the slope. */
    private record Part(double weight, double slope, double error, TDistribution spread) {
        double below(double limit) {
            return weight * spread.cumulativeProbability((limit - slope) / error);
        }
    }

    static Rate of(Blocks blocks, List<double[]> base, Rivals rivals) {
        if (rivals.best() == null) {
            return NONE;
        }
        List<Part> parts = new ArrayList<>();
        double weights = 0;
        double first = 0;
        double second = 0;
        for (Hypothesis rival : rivals.all()) {
            Shape trend = Objects.requireNonNull(rival.trend());
            double factor = secondHalf(trend) / blocks.span();
            Fit fit = new Fit(blocks, base, rival);
            double slope = fit.growth() * factor;
            double error = fit.growthError() * factor;
            double weight = rivals.weight(rival) * (trend.kind() == Shape.Kind.LINE ? STRAIGHT : 1);
            parts.add(new Part(weight, slope, error, TDistribution.of(fit.freedom)));
            weights += weight;
            first += weight * slope;
            second += weight * (slope * slope + error * error);
        }
        double mean = first / weights;
        double error = Math.sqrt(Math.max(0, second / weights - mean * mean));
        return new Rate(mean, error, quantile(parts, TAIL * weights), quantile(parts, (1 - TAIL) * weights));
    }

    /** Where the weight below is as asked for, by halving what all hypotheses deem possible. */
    private static double quantile(List<Part> parts, double asked) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Part part : parts) {
            double reach = part.error * part.spread.inverseSurvivalProbability(TAIL);
            low = Math.min(low, part.slope - reach);
            high = Math.max(high, part.slope + reach);
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            double below =
                    parts.stream().mapToDouble(part -> part.below(middle)).sum();
            low = below < asked ? middle : low;
            high = below < asked ? high : middle;
        }
        return (low + high) / 2;
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
