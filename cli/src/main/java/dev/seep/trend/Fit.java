package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;

/** The coefficients of one hypothesis, by least squares on whitened blocks. */
final class Fit {
    private final Blocks blocks;
    private final Hypothesis hypothesis;
    private final List<double[]> columns;
    private final int trendAt;
    private final LeastSquares squares;
    final double variance;
    final int freedom;

    Fit(Blocks blocks, List<double[]> base, Hypothesis hypothesis) {
        this.blocks = blocks;
        this.hypothesis = hypothesis;
        columns = new ArrayList<>(base);
        trendAt = base.size();
        if (hypothesis.trend() != null) {
            columns.add(hypothesis.trend().column());
        }
        hypothesis.parts().forEach(part -> columns.add(part.column()));
        double phi = hypothesis.phi();
        List<double[]> white = new ArrayList<>();
        for (double[] column : columns) {
            white.add(Ar1.whiten(column, blocks, phi));
        }
        squares = new LeastSquares(white, Ar1.whiten(blocks.value(), blocks, phi));
        freedom = Math.max(1, blocks.size() - squares.rank);
        double floor = blocks.variance() * blocks.size() * (1 - phi) * (1 - phi);
        variance = Math.max(squares.rss, floor) / freedom;
    }

    /** Coefficient of the trend. */
    double growth() {
        return squares.coefficients[trendAt];
    }

    double growthError() {
        return Math.sqrt(squares.inverse(trendAt) * variance);
    }

    /**
     * -2 log likelihood, but for a constant.
     *
     * @param free number of blocks less that of the base columns
     */
    double deviance(int free) {
        double rss = variance * freedom;
        return Math.max(1, free) * Math.log(rss / blocks.size()) + Ar1.logDeterminant(blocks.lives(), hypothesis.phi());
    }

    /** Whether the trend rises, and over one life the sum of all shapes with it. */
    boolean keepsGrowing() {
        return hypothesis.trend() != null
                && growth() > 0
                && (blocks.lives() > 1 || netGrowth().goesUp());
    }

    /** Whether the trend rises, and over one life the sum of all shapes with it, except for a start that overshot. */
    boolean growsAfterStart() {
        return hypothesis.trend() != null
                && growth() > 0
                && blocks.lives() == 1
                && netGrowth().goesUpAfterStart();
    }

    /** Rise in the metric's unit: that of the trend, less the part that falls beside it have taken back for good. */
    double rise() {
        return blocks.lives() > 1 ? growth() : Math.min(growth(), netGrowth().rise());
    }

    /** Whether the growth within one life was taken back, see {@link NetGrowth#isTakenBack}. */
    boolean isTakenBack() {
        return blocks.lives() == 1 && netGrowth().isTakenBack();
    }

    private NetGrowth netGrowth() {
        double[] stepsUp = new double[blocks.size()];
        List<Shape> parts = hypothesis.parts();
        for (int k = 0; k < parts.size(); k++) {
            double size = squares.coefficients[trendAt + 1 + k];
            if (parts.get(k).kind() == Shape.Kind.STEP && size > 0) {
                add(stepsUp, size, parts.get(k).column());
            }
        }
        double[] trend = new double[blocks.size()];
        add(trend, growth(), columns.get(trendAt));
        return new NetGrowth(blocks.clock(), trend, stepsUp, course(trendAt));
    }

    /** The fitted value of every block, in the unit of the blocks. */
    double[] curve() {
        return course(0);
    }

    /** Sum of the fitted columns from {@code first} on, one value per block. */
    private double[] course(int first) {
        double[] course = new double[blocks.size()];
        for (int k = first; k < columns.size(); k++) {
            add(course, squares.coefficients[k], columns.get(k));
        }
        return course;
    }

    private static void add(double[] sum, double size, double[] column) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += size * column[i];
        }
    }
}
