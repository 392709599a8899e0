package dev.seep.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The contest of shapes on one view of a series.
 *
 * @param evidence how much better growing explains the blocks than settling does, in -2 log likelihood after costs;
 *     {@link #NONE} if no growing shape fits
 * @param openness how much better a saturation that is not over explains them than growth, in the same unit
 * @param line growth over the span beside whatever settles, in the metric's unit
 * @param lineError standard error of {@code line}
 * @param lineFreedom degrees of freedom of that error
 * @param slope mean growth per hour over the second half, of the best growing shape
 * @param slopeError standard error of {@code slope}
 * @param rise of the best growing shape over the span, in the metric's unit
 * @param span hours of the run, or of the longest life if there are several
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Look(
        Blocks blocks,
        Hypothesis settles,
        @Nullable Hypothesis grows,
        double[] settlesCurve,
        double[] growsCurve,
        double evidence,
        double openness,
        double line,
        double lineError,
        int lineFreedom,
        double slope,
        double slopeError,
        int slopeFreedom,
        double rise,
        double span) {
    static final double NONE = -99;

    static Look at(Blocks blocks) {
        ShapeContest contest = new ShapeContest(blocks);
        Hypothesis settles = contest.settles();
        Hypothesis grows = contest.grows();
        Hypothesis open = contest.open();
        double span = blocks.span();
        Fit growing = grows == null ? null : new Fit(blocks, contest.base(), grows);
        Fit bounded = new Fit(
                blocks, contest.base(), new Hypothesis(0, settles.phi(), line(blocks.clock(), span), settles.parts()));
        double factor = grows == null ? 0 : secondHalf(grows.growth()) / span;
        double known = grows == null ? settles.objective() : grows.objective();
        return new Look(
                blocks,
                settles,
                grows,
                new Fit(blocks, contest.base(), settles).curve(),
                growing == null ? new double[0] : growing.curve(),
                grows == null ? NONE : settles.objective() - grows.objective(),
                open == null ? NONE : known - open.objective(),
                bounded.growth(),
                bounded.growthError(),
                bounded.freedom,
                growing == null ? 0 : slope(contest, growing) / span,
                growing == null ? 0 : growing.growthError() * factor,
                growing == null ? 1 : growing.freedom,
                growing == null ? 0 : growing.growth(),
                span);
    }

    /**
     * Mean rise per span over the second half: that of the best growth and that of growth with nothing beside it, by
     * their weights exp(-objective / 2), so that a part which the series hardly asks for does not decide it (Burnham and
     * Anderson, "Model Selection and Multimodel Inference", 2002, 4.2).
     */
    private static double slope(ShapeContest contest, Fit growing) {
        Hypothesis grows = Objects.requireNonNull(contest.grows());
        double best = growing.growth() * secondHalf(grows.growth());
        Hypothesis plain = contest.plain();
        if (plain == null || grows.parts().isEmpty()) {
            return best;
        }
        double share = 1 / (1 + Math.exp((plain.objective() - grows.objective()) / 2));
        double bare = new Fit(contest.blocks(), contest.base(), plain).growth() * secondHalf(plain.growth());
        return (1 - share) * best + share * bare;
    }

    /** Half the width of the one-sided 95 % bound of the line. */
    double lineMargin() {
        return lineError * TDistribution.of(lineFreedom).inverseSurvivalProbability(0.05);
    }

    private static Shape line(double[] clock, double span) {
        double[] column = new double[clock.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = clock[i] / span;
        }
        return new Shape(Shape.Kind.LINE, 0, column, 0);
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

    Course course() {
        return new Course(
                blocks.view().name().toLowerCase(Locale.ROOT),
                list(blocks.time()),
                list(blocks.value()),
                list(settlesCurve),
                list(growsCurve),
                names(settles),
                grows == null ? List.of() : names(grows),
                evidence,
                openness,
                settles.phi());
    }

    private static List<String> names(Hypothesis hypothesis) {
        List<String> names = new ArrayList<>();
        if (hypothesis.trend() != null) {
            names.add(hypothesis.trend().toString());
        }
        hypothesis.parts().forEach(part -> names.add(part.toString()));
        return names;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
