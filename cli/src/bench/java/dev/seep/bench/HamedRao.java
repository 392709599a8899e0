package dev.seep.bench;

import dev.seep.trend.MannKendall;
import dev.seep.trend.TheilSen;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of Mann and Kendall for values that remember: its variance is multiplied with what the autocorrelation of the
 * ranks, less their trend, takes away from the number of values (Hamed and Rao, "A modified Mann-Kendall trend test for
 * autocorrelated data", J. Hydrology 204, 1998). Only lags whose correlation is significant at 5 % count.
 *
 * @param correction of the variance
 */
record HamedRao(double correction, double z, double p) {
    private static final double SIGNIFICANT = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
    /** All pairs of more than this many values are too many for the slope. */
    private static final int MOST_FOR_SLOPE = 1500;

    static HamedRao of(double[] values) {
        MannKendall plain = MannKendall.of(values);
        double correction = correction(ranks(withoutTrend(values)));
        double z = correction > 0 ? plain.z() / Math.sqrt(correction) : plain.z();
        return new HamedRao(correction, z, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    private static double[] withoutTrend(double[] values) {
        int step = (values.length + MOST_FOR_SLOPE - 1) / MOST_FOR_SLOPE;
        double[] some = IntStream.range(0, (values.length + step - 1) / step)
                .mapToDouble(i -> values[i * step])
                .toArray();
        double[] places = IntStream.range(0, some.length)
                .mapToDouble(i -> (double) i * step)
                .toArray();
        double slope = TheilSen.slope(places, some);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - slope * i)
                .toArray();
    }

    /** From 1, the mean rank for ties. */
    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int end = from;
            while (end < order.length && values[order[end]] == values[order[from]]) {
                end++;
            }
            for (int k = from; k < end; k++) {
                ranks[order[k]] = (from + 1 + end) / 2.0;
            }
            from = end;
        }
        return ranks;
    }

    private static double correction(double[] ranks) {
        int n = ranks.length;
        double mean = Arrays.stream(ranks).average().orElse(0);
        double[] centred = Arrays.stream(ranks).map(rank -> rank - mean).toArray();
        double power = product(centred, 0);
        double sum = 0;
        for (int lag = 1; power > 0 && lag < n - 1; lag++) {
            double rho = product(centred, lag) / power;
            if (Math.abs(rho) > SIGNIFICANT / Math.sqrt(n)) {
                sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * rho;
            }
        }
        return 1 + 2 * sum / ((double) n * (n - 1) * (n - 2));
    }

    private static double product(double[] centred, int lag) {
        double sum = 0;
        for (int i = lag; i < centred.length; i++) {
            sum += centred[i] * centred[i - lag];
        }
        return sum;
    }
}
