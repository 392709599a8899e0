package dev.seep.verdict;

import java.util.stream.IntStream;

/**
 * The false discovery rate over the findings of a run, valid whatever their dependence: e-BH (Wang and Ramdas, "False
 * discovery rate control with e-values", Journal of the Royal Statistical Society B 84, 2022).
 *
 * <p>Of m series sorted by falling e-value, q of the k-th is the smallest m / (j e(j)) over all j from k on. If the
 * series with q of at most a are called leaks, at most a share a of them is expected to be false. The e-value of a
 * series is its Bayes factor of growing against settling, exp(evidence / 2): the likelihood of the best settling shape
 * stands below the line (universal inference, Wasserman, Ramdas and Balakrishnan, PNAS 117, 2020), with the penalties
 * of the shapes as their prior odds; it is an e-value as far as those odds are right.
 */
public final class DiscoveryRate {
    /** Share of the series called leaks that may be expected to be none. */
    static final double ACCEPTED = 0.35;

    private DiscoveryRate() {}

    /**
     * Least evidence, in -2 log likelihood, of the series that are called growing among all.
     *
     * @param evidence of each series that was fitted
     * @param all how many there are; the others are taken to have none
     * @return infinite if no series is called growing
     */
    public static double needed(double[] evidence, int all) {
        double[] q = of(evidence, all);
        return IntStream.range(0, q.length)
                .filter(i -> q[i] <= ACCEPTED)
                .mapToDouble(i -> evidence[i])
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** @return q of each, at most 1 */
    static double[] of(double[] evidence) {
        return of(evidence, evidence.length);
    }

    private static double[] of(double[] evidence, int m) {
        int[] order = IntStream.range(0, evidence.length)
                .boxed()
                .sorted((a, b) -> Double.compare(evidence[b], evidence[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[order.length];
        double smallest = 1;
        for (int k = order.length; k >= 1; k--) {
            double e = Math.exp(evidence[order[k - 1]] / 2);
            smallest = Math.min(smallest, m / (k * e));
            q[order[k - 1]] = smallest;
        }
        return q;
    }
}
