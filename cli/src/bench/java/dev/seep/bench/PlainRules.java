package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.trend.MannKendall;
import dev.seep.trend.TheilSen;

/** What people use today, to compare with; on at most 240 means of neighbours, for speed. */
final class PlainRules {
    private static final int MOST = 240;

    private PlainRules() {}

    static boolean line(Series series) {
        double[] y = values(series);
        int n = y.length;
        double sum = 0;
        double squares = 0;
        double cross = 0;
        for (int i = 0; i < n; i++) {
            sum += y[i];
        }
        for (int i = 0; i < n; i++) {
            squares += (y[i] - sum / n) * (y[i] - sum / n);
            cross += (i - (n - 1) / 2.0) * y[i];
        }
        double spread = n * ((double) n * n - 1) / 12;
        return cross > 0 && cross * cross / spread > 0.8 * squares;
    }

    static boolean mannKendall(Series series) {
        MannKendall test = MannKendall.of(values(series));
        return test.s() > 0 && test.p() < 0.05;
    }

    static boolean theilSen(Series series) {
        double[] y = values(series);
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return TheilSen.slope(x, y) * y.length > 0.1 * y[0];
    }

    private static double[] values(Series series) {
        int n = Math.min(MOST, series.size());
        double[] means = new double[n];
        for (int k = 0; k < n; k++) {
            int from = (int) ((long) series.size() * k / n);
            int end = (int) ((long) series.size() * (k + 1) / n);
            for (int i = from; i < end; i++) {
                means[k] += series.value(i) / (end - from);
            }
        }
        return means;
    }
}
