package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;

/** The coefficients of one hypothesis, by least squares on whitened blocks. */
final class Fit {
    /** Share of the run in which a start may shoot over. */
    private static final double START = 0.2;
    /** Share of a fall that what starts up may have grown by before it. */
    private static final double BARELY = 0.1;
    /** Share of a fall that must have grown before it. */
    private static final double GROWN = 0.3;
    /** Share of a fall that a step up before it may account for. */
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
        double[] course = course(trendAt);
        return rises(course, 0, leastNet) || (shotOver(course) && rises(course, lowest(course), leastNet));
    }

    private boolean rises(double[] course, int from, double leastNet) {
        double[] trend = columns.get(trendAt);
        int last = course.length - 1;
        return course[last] - course[from] >= leastNet * growth() * (trend[last] - trend[from]);
    }

    /** Whether it fell in the beginning and only there, as what starts up does, without having grown before. */
    private boolean shotOver(double[] course) {
        double[] clock = blocks.clock();
        int lowest = lowest(course);
        double highest = course[0];
        for (int i = 0; i < lowest; i++) {
            highest = Math.max(highest, course[i]);
        }
        return clock[lowest] <= START * clock[clock.length - 1]
                && highest - course[0] <= BARELY * (highest - course[lowest]);
    }

    private static int lowest(double[] course) {
        int lowest = 0;
        for (int i = 1; i < course.length; i++) {
            lowest = course[i] < course[lowest] ? i : lowest;
        }
        return lowest;
    }

    /**
     * Whether its largest fall took back what had grown until then, and the growth since has not passed what was there
     * before: a collection that works or a load that comes and goes, as far as can be seen. A fall that only ends a step
     * up is none, nor is one from where the series began.
     */
    boolean isTakenBack() {
        if (blocks.lives() > 1) {
            return false;
        }
        double[] course = course(trendAt);
        int peak = 0;
        int highest = 0;
        int trough = 0;
        for (int i = 1; i < course.length; i++) {
            highest = course[i] > course[highest] ? i : highest;
            if (course[highest] - course[i] > course[peak] - course[trough]) {
                peak = highest;
                trough = i;
            }
        }
        double fall = course[peak] - course[trough];
        double slack = SLACK * fall;
        return fall > 0
                && course[peak] - course[0] >= GROWN * fall
                && course[trough] <= course[0] + slack
                && course[course.length - 1] <= course[peak] + slack
                && stepsUp(trough) < ENTIRE * fall;
    }

    private double stepsUp(int until) {
        double up = 0;
        List<Shape> parts = hypothesis.parts();
        for (int k = 0; k < parts.size(); k++) {
            Shape part = parts.get(k);
            if (part.kind() == Shape.Kind.STEP && part.column()[until] > 0) {
                up += Math.max(0, squares.coefficients[trendAt + 1 + k]);
            }
        }
        return up;
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
