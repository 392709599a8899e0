package dev.seep.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The contest of shapes on one view of a series.
 *
 * @param twoLogBayesFactor how much better growing explains the blocks than settling does, in -2 log likelihood after costs;
 *     {@link #NONE} if no growing shape fits
 * @param openness how much better a saturation that is not over explains them than growth, in the same unit
 * @param line growth over the span beside whatever settles, in the metric's unit
 * @param lineError standard error of {@code line}
 * @param lineFreedom degrees of freedom of that error
 * @param base what every hypothesis has, see {@link ModelComparison#base}
 * @param growing every hypothesis of growth that is not hopeless
 * @param rise of the best growing shape over the span, in the metric's unit
 * @param takenBack whether all of it was taken back by the last fall, see {@link NetGrowth#isTakenBack}
 * @param span hours of the run, or of the longest life if there are several
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record ViewFit(
        Blocks blocks,
        Hypothesis settles,
        @Nullable Hypothesis grows,
        double[] settlesCurve,
        double[] growsCurve,
        double twoLogBayesFactor,
        double openness,
        double line,
        double lineError,
        int lineFreedom,
        List<double[]> base,
        CandidateModels growing,
        double rise,
        boolean takenBack,
        double span) {
    static final double NONE = -99;

    static ViewFit at(Blocks blocks) {
        ModelComparison contest = new ModelComparison(blocks);
        Hypothesis settles = contest.settles();
        Hypothesis grows = contest.grows().best();
        Hypothesis open = contest.open().best();
        double span = blocks.span();
        Fit growing = grows == null ? null : new Fit(blocks, contest.base(), grows);
        Fit bounded = new Fit(
                blocks, contest.base(), new Hypothesis(0, settles.phi(), line(blocks.clock(), span), settles.parts()));
        double known = grows == null ? settles.objective() : grows.objective();
        return new ViewFit(
                blocks,
                settles,
                grows,
                new Fit(blocks, contest.base(), settles).curve(),
                growing == null ? new double[0] : growing.curve(),
                grows == null ? NONE : settles.objective() - contest.grows().mixture(),
                open == null ? NONE : known - open.objective(),
                bounded.growth(),
                bounded.growthError(),
                bounded.freedom,
                contest.base(),
                contest.grows(),
                growing == null ? 0 : growing.rise(),
                growing != null && growing.isTakenBack(),
                span);
    }

    /** How fast it grows, if it does: worked out when asked, which takes a while. */
    SlopeEstimate rate() {
        return SlopeEstimate.of(blocks, base, growing);
    }

    /** The line as a rate. */
    SlopeEstimate lineRate() {
        double margin = lineError * TDistribution.of(lineFreedom).inverseSurvivalProbability(0.025);
        return new SlopeEstimate(line / span, lineError / span, (line - margin) / span, (line + margin) / span);
    }

    /** From the line to its one-sided 95 % bound, in the metric's unit over the run. */
    double lineMargin() {
        return lineMargin(0.05);
    }

    /** From the line to its one-sided bound that is passed with this probability, in the metric's unit over the run. */
    double lineMargin(double beyond) {
        return lineError * TDistribution.of(lineFreedom).inverseSurvivalProbability(beyond);
    }

    /** By which the best growing fit ends above where it began, in the metric's unit. */
    double net() {
        return growsCurve.length == 0 ? 0 : growsCurve[growsCurve.length - 1] - growsCurve[0];
    }

    /** Between the lowest and the highest point of what settles, in the metric's unit; 0 over several lives. */
    double settledRange() {
        double range = Arrays.stream(settlesCurve).max().orElse(0)
                - Arrays.stream(settlesCurve).min().orElse(0);
        return blocks.lives() > 1 ? 0 : range;
    }

    private static Shape line(double[] clock, double span) {
        double[] column = new double[clock.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = clock[i] / span;
        }
        return new Shape(Shape.Kind.LINE, 0, 0, column, 0);
    }

    FittedView course() {
        return new FittedView(
                blocks.view().name().toLowerCase(Locale.ROOT),
                list(blocks.time()),
                list(blocks.value()),
                list(settlesCurve),
                list(growsCurve),
                names(settles),
                grows == null ? List.of() : names(grows),
                twoLogBayesFactor,
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
