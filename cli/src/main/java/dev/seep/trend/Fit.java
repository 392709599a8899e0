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

    /** The fitted value of every block, in the unit of the blocks. */
    double[] curve() {
        double[] curve = new double[blocks.size()];
        for (int k = 0; k < columns.size(); k++) {
            for (int i = 0; i < curve.length; i++) {
                curve[i] += squares.coefficients[k] * columns.get(k)[i];
            }
        }
        return curve;
    }
}
