package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;

/** The coefficients of one hypothesis, by least squares on whitened blocks. */
final class Fit {
    /** Share of a fall that no step up accounts for. */
    private static final double ENTIRE = 0.5;
    /** Share of a fall that may be missing for it to have been whole. */
    private static final double SLACK = 0.25;

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
        return Math.sqrt(squares.inverseDiagonal[trendAt] * variance);
    }

    /** Whether the trend rises, and with it the whole of the shapes by at least this share of the trend's rise. */
    boolean keepsGrowing(double leastNet) {
        Shape trend = hypothesis.trend();
        if (trend == null || !(growth() > 0)) {
            return false;
        }
        if (blocks.lives() > 1) {
            return true;
        }
        int last = blocks.size() - 1;
        double rise = growth() * (trend.column()[last] - trend.column()[0]);
        double net = rise;
        for (int k = trendAt + 1; k < columns.size(); k++) {
            net += squares.coefficients[k] * (columns.get(k)[last] - columns.get(k)[0]);
        }
        return net >= leastNet * rise;
    }

    /**
     * Whether the last fall took everything back, and the growth since has not passed what was there before: a
     * collection that works, as far as can be seen. A fall that ends a step up is none.
     */
    boolean isTakenBack() {
        int fall = 0;
        double size = 0;
        double steps = 0;
        List<Shape> parts = hypothesis.parts();
        for (int k = 0; k < parts.size(); k++) {
            if (parts.get(k).kind() == Shape.Kind.STEP) {
                double step = squares.coefficients[trendAt + 1 + k];
                int at = begin(parts.get(k));
                steps += step;
                if (step < 0 && at > fall) {
                    fall = at;
                    size = -step;
                }
            }
        }
        if (fall == 0 || steps > -ENTIRE * size) {
            return false;
        }
        double[] course = course(trendAt);
        double highest = course[0];
        for (int i = 0; i < fall; i++) {
            highest = Math.max(highest, course[i]);
        }
        double slack = SLACK * size;
        return course[fall] <= course[0] + slack && course[course.length - 1] <= highest + slack;
    }

    private static int begin(Shape step) {
        int at = 0;
        while (step.column()[at] == 0) {
            at++;
        }
        return at;
    }

    /** The fitted value of every block, in the unit of the blocks. */
    double[] curve() {
        return course(0);
    }

    /** What the columns from {@code first} on add up to. */
    private double[] course(int first) {
        double[] course = new double[blocks.size()];
        for (int k = first; k < columns.size(); k++) {
            for (int i = 0; i < course.length; i++) {
                course[i] += squares.coefficients[k] * columns.get(k)[i];
            }
        }
        return course;
    }
}
