package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Slope of growth with its error: the final slopes of all growing hypotheses, averaged by their weights, so that a bend
 * which is hardly better than a line does not decide alone (Hoeting, Madigan, Raftery and Volinsky, "Bayesian model
 * averaging", Statistical Science 14, 1999). Error and interval hold the uncertainty within each hypothesis and the
 * disagreement between them: when the growth began and how long the noise remembers. All of them grow: the interval
 * holds no slope below 0.
 *
 * @param slope per hour, in the metric's unit
 * @param error standard error of {@code slope}
 * @param low end of the 95 % interval of the mixture
 * @param high the other end
 */
record SlopeEstimate(double slope, double error, double low, double high) {
    /** Growth may have begun between the places that are searched, and the slope would be off. */
    private static final double HINGE_STEP = 0.05;

    private static final double TAIL = 0.025;
    /** Bisections: to a millionth of the range that is deemed possible. */
    private static final int HALVINGS = 20;

    static final SlopeEstimate NONE = new SlopeEstimate(0, 0, 0, 0);

    /**
     * Slope of one hypothesis.
     *
     * @param negative probability of a slope below 0 by its error alone
     */
    private record Part(double objective, double slope, double error, TDistribution spread, double negative) {
        /** Probability that it is between none and {@code limit}: a hypothesis of growth holds no slope below 0. */
        double below(double limit) {
            return spread.cumulativeProbability((limit - slope) / error) - negative;
        }

        double growing() {
            return 1 - negative;
        }
    }

    static SlopeEstimate of(Blocks blocks, List<double[]> base, CandidateModels candidates) {
        if (candidates.best() == null) {
            return NONE;
        }
        List<Part> parts = new ArrayList<>();
        for (Hypothesis candidate : candidates.all()) {
            parts.add(part(blocks, base, candidate, candidate.objective()));
            if (Objects.requireNonNull(candidate.trend()).kind() == Shape.Kind.HINGE) {
                between(blocks, base, candidate, parts);
            }
        }
        return mixture(parts);
    }

    private static void between(Blocks blocks, List<double[]> base, Hypothesis candidate, List<Part> into) {
        Shape hinge = Objects.requireNonNull(candidate.trend());
        double[] x = blocks.shareOfSpan();
        int free = blocks.size() - base.size();
        double penalties = candidate.objective() - new Fit(blocks, base, candidate).deviance(free);
        Shape moved = ShapeDictionary.movedHinge(hinge, HINGE_STEP, x);
        Hypothesis other = new Hypothesis(0, candidate.phi(), moved, candidate.parts());
        into.add(part(blocks, base, other, new Fit(blocks, base, other).deviance(free) + penalties));
    }

    private static Part part(Blocks blocks, List<double[]> base, Hypothesis candidate, double objective) {
        double factor = inTheEnd(Objects.requireNonNull(candidate.trend())) / blocks.span();
        Fit fit = new Fit(blocks, base, candidate);
        double error = fit.growthError() * Ar1.inflation(candidate.phi(), blocks.size());
        TDistribution spread = TDistribution.of(fit.freedom);
        double negative = spread.cumulativeProbability(-fit.growth() / error);
        return new Part(objective, fit.growth() * factor, error * factor, spread, negative);
    }

    private static SlopeEstimate mixture(List<Part> parts) {
        double best = parts.stream().mapToDouble(Part::objective).min().orElseThrow();
        double[] weights = parts.stream()
                .mapToDouble(part -> Math.exp((best - part.objective) / 2))
                .toArray();
        double sum = 0;
        double first = 0;
        double second = 0;
        double growing = 0;
        for (int i = 0; i < weights.length; i++) {
            Part part = parts.get(i);
            sum += weights[i];
            first += weights[i] * part.slope;
            second += weights[i] * (part.slope * part.slope + part.error * part.error);
            growing += weights[i] * part.growing();
        }
        double mean = first / sum;
        double error = Math.sqrt(Math.max(0, second / sum - mean * mean));
        double low = quantile(parts, weights, TAIL * growing);
        return new SlopeEstimate(mean, error, low, quantile(parts, weights, (1 - TAIL) * growing));
    }

    /** Whether the slope is larger than its standard error: more is known of it than that there is some. */
    boolean isBeyondItsError() {
        return slope > error;
    }

    /** Slope below which the weight is as asked for, by bisection of the range that all hypotheses deem possible. */
    private static double quantile(List<Part> parts, double[] weights, double asked) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Part part : parts) {
            // Without the weight below 0, at most half of it, the quantile is at most that of half the tail.
            double reach = part.error * part.spread.inverseSurvivalProbability(TAIL / 2);
            low = Math.min(low, part.slope - reach);
            high = Math.max(high, part.slope + reach);
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            double below = 0;
            for (int i = 0; i < weights.length; i++) {
                below += weights[i] * parts.get(i).below(middle);
            }
            low = below < asked ? middle : low;
            high = below < asked ? high : middle;
        }
        return (low + high) / 2;
    }

    /** Slope in the end, by the mean over the second half, of a shape that rises from 0 to 1 over the span. */
    private static double inTheEnd(Shape trend) {
        return switch (trend.kind()) {
            case HINGE -> 1 / (1 - trend.start());
            case ROOT -> 2 * (1 - Math.sqrt(0.5));
            case SQUARE -> 1.5;
            default -> 1;
        };
    }
}
