package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.trend.MannKendall;
import dev.seep.trend.TheilSen;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A rule by which others call a series a leak, on every sample as it is. */
record PeerRule(String label, Predicate<Series> rule) {
    static final List<PeerRule> ALL = List.of(
            new PeerRule("least squares, p < .05", PeerRule::line),
            new PeerRule("Mann-Kendall, p < .05", PeerRule::mannKendall),
            new PeerRule("Mann-Kendall by Hamed and Rao, p < .05", PeerRule::hamedRao),
            new PeerRule("Theil-Sen, growth > 10 %", PeerRule::theilSen),
            new PeerRule("last third 10 % above the first", PeerRule::thirds),
            new PeerRule("straight line, R2 > 0.8", PeerRule::straight),
            new PeerRule("Coroot, > 10 % per hour", PeerRule::coroot));

    /** The n^2 of a rule that needs all pairs is cut off here. */
    private static final int MOST_FOR_PAIRS = 1500;

    boolean callsLeak(Series series) {
        return series.size() > 2 && rule.test(series);
    }

    private static boolean line(Series series) {
        LineFit line = LineFit.of(hours(series), values(series));
        return line.slope() > 0 && line.p() < 0.05;
    }

    private static boolean mannKendall(Series series) {
        MannKendall test = MannKendall.of(values(series));
        return test.s() > 0 && test.p() < 0.05;
    }

    private static boolean hamedRao(Series series) {
        HamedRao test = HamedRao.of(values(series));
        return test.z() > 0 && test.p() < 0.05;
    }

    private static boolean theilSen(Series series) {
        double[] x = thinned(hours(series));
        double[] y = thinned(values(series));
        double slope = TheilSen.slope(x, y);
        double[] levels = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            levels[i] = y[i] - slope * x[i];
        }
        return slope * x[x.length - 1] > 0.1 * Math.abs(median(levels));
    }

    private static boolean thirds(Series series) {
        double[] y = values(series);
        int third = y.length / 3;
        return mean(y, y.length - third, y.length) > 1.1 * mean(y, 0, third);
    }

    private static boolean straight(Series series) {
        LineFit line = LineFit.of(hours(series), values(series));
        return line.slope() > 0 && line.r2() > 0.8;
    }

    /** Growth of the fitted line over the last hour as a share of its value before it (MemoryLeakPercent). */
    private static boolean coroot(Series series) {
        double[] x = hours(series);
        LineFit line = LineFit.of(x, values(series));
        double hourAgo = line.at(x[x.length - 1] - 1);
        return hourAgo > 0 && line.slope() > 0.1 * hourAgo;
    }

    private static double[] hours(Series series) {
        double[] hours = new double[series.size()];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = (series.seconds(i) - series.seconds(0)) / 3600;
        }
        return hours;
    }

    private static double[] values(Series series) {
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.value(i);
        }
        return values;
    }

    private static double[] thinned(double[] all) {
        int n = Math.min(MOST_FOR_PAIRS, all.length);
        double[] some = new double[n];
        for (int i = 0; i < n; i++) {
            some[i] = all[(int) ((long) i * (all.length - 1) / (n - 1))];
        }
        return some;
    }

    private static double mean(double[] values, int from, int end) {
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += values[i];
        }
        return sum / (end - from);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
