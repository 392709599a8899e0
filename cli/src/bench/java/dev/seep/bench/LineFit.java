package dev.seep.bench;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A straight line by ordinary least squares.
 *
 * @param p of no slope, two-sided, if the noise were independent and normal
 * @param r2 the share of the variance that the line explains
 */
record LineFit(double intercept, double slope, double p, double r2) {
    /** At least three points. */
    static LineFit of(double[] x, double[] y) {
        int n = x.length;
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (xx == 0 || yy == 0) {
            return new LineFit(meanY, 0, 1, 0);
        }
        double r2 = Math.min(1, xy * xy / (xx * yy));
        double t = Math.sqrt(r2 * (n - 2) / (1 - r2));
        double p = 2 * TDistribution.of(n - 2).survivalProbability(t);
        return new LineFit(meanY - xy / xx * meanX, xy / xx, p, r2);
    }

    double at(double x) {
        return intercept + slope * x;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
