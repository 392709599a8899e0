package dev.seep.trend;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The rank test for a monotonic trend in independent values (Mann 1945, Kendall 1975), with the correction for ties and
 * for continuity. For reporting and comparison: on series as they are, it calls every warm-up and every drift a trend.
 *
 * @param s number of rising pairs less falling ones
 * @param variance of s if there is no trend
 * @param z s in standard errors
 * @param p of no trend, two-sided
 */
public record MannKendall(long s, double variance, double z, double p) {
    public static MannKendall of(double[] values) {
        long s = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                s += (long) Math.signum(values[j] - values[i]);
            }
        }
        double variance = (terms(values.length) - ties(values)) / 18;
        double z = s == 0 || variance == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return new MannKendall(s, variance, z, p);
    }

    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int end = from;
            while (end < sorted.length && sorted[end] == sorted[from]) {
                end++;
            }
            sum += terms(end - from);
            from = end;
        }
        return sum;
    }

    private static double terms(double n) {
        return n * (n - 1) * (2 * n + 5);
    }
}
