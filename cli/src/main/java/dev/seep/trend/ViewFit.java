package dev.seep.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best fits of both hypotheses to one view of a series.
 *
 * @param grows null if no growing shape fits
 * @param twoLogBayesFactor by how much growing explains the blocks better than settling does, in -2 log likelihood
 *     after penalties; {@link #NONE} if no growing shape fits
 * @param openness by how much a saturation that is not over explains them better than growth, in the same unit
 * @param line beside the settling shapes
 * @param base columns that every hypothesis has, see {@link ModelComparison#base}
 * @param growing every hypothesis of growth that is not hopeless
 * @param span hours of the run, or of the longest life if there are several
 */
record ViewFit(
        Blocks blocks,
        FittedCurve settles,
        @Nullable FittedCurve grows,
        double twoLogBayesFactor,
        double openness,
        LineEstimate line,
        List<double[]> base,
        CandidateModels growing,
        double rise,
        boolean takenBack,
        double span) {
    static final double NONE = -99;

    static ViewFit of(Blocks blocks) {
        ModelComparison comparison = new ModelComparison(blocks);
        List<double[]> base = comparison.base();
        Hypothesis settles = comparison.settles();
        Hypothesis grows = comparison.grows().best();
        Hypothesis open = comparison.open().best();
        double span = blocks.span();
        Fit growing = grows == null ? null : new Fit(blocks, base, grows);
        Fit bounded =
                new Fit(blocks, base, new Hypothesis(0, settles.phi(), line(blocks.clock(), span), settles.parts()));
        double known = grows == null ? settles.objective() : grows.objective();
        return new ViewFit(
                blocks,
                new FittedCurve(settles, new Fit(blocks, base, settles).curve()),
                grows == null || growing == null ? null : new FittedCurve(grows, growing.curve()),
                grows == null ? NONE : settles.objective() - comparison.grows().mixture(),
                open == null ? NONE : known - open.objective(),
                LineEstimate.of(bounded, span),
                base,
                comparison.grows(),
                growing == null ? 0 : growing.rise(),
                growing != null && growing.isTakenBack(),
                span);
    }

    /** The slope of growth, if it grows: worked out when asked, which takes a while. */
    SlopeEstimate growthSlope() {
        return SlopeEstimate.of(blocks, base, growing);
    }

    /** Difference by which the best growing fit ends above where it began, in the metric's unit. */
    double net() {
        double[] curve = growingCurve();
        return curve.length == 0 ? 0 : curve[curve.length - 1] - curve[0];
    }

    /** Range of the settling fit, from lowest to highest point, in the metric's unit; 0 over several lives. */
    double settledRange() {
        double[] curve = settles.values();
        double range = Arrays.stream(curve).max().orElse(0)
                - Arrays.stream(curve).min().orElse(0);
        return blocks.lives() > 1 ? 0 : range;
    }

    private static Shape line(double[] clock, double span) {
        double[] column = new double[clock.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = clock[i] / span;
        }
        return new Shape(Shape.Kind.LINE, 0, 0, column, 0);
    }

    private double[] growingCurve() {
        return grows == null ? new double[0] : grows.values();
    }

    /** The same for pictures and explanations. */
    FittedView picture() {
        return new FittedView(
                blocks.view().word(),
                list(blocks.time()),
                list(blocks.value()),
                list(settles.values()),
                list(growingCurve()),
                names(settles.hypothesis()),
                grows == null ? List.of() : names(grows.hypothesis()),
                twoLogBayesFactor,
                openness,
                settles.hypothesis().phi());
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
