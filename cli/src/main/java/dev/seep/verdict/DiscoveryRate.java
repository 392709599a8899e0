package dev.seep.verdict;

import java.util.stream.IntStream;

/**
 * The false discovery rate over the findings of a run, valid whatever their dependence: e-BH (Wang and Ramdas, "False
 * discovery rate control with e-values", Journal of the Royal Statistical Society B 84, 2022).
 *
 * <p>Of m series sorted by falling e-value, q of the k-th is the smallest m / (j e(j)) over all j from k on. Calling
 * leaks what has q at most a expects at most a share a of them to be false. The e-value of a series is its Bayes factor
 * of growing against settling, exp(evidence / 2): the likelihood of the best settling shape stands below the line
 * (universal inference, Wasserman, Ramdas and Balakrishnan, PNAS 117, 2020), with the prices of the shapes as their
 * prior odds; it is an e-value as far as those odds are right.
 */
final class DiscoveryRate {
    private DiscoveryRate() {}

    /** @return q of each, at most 1 */
    static double[] of(double[] evidence) {
        int m = evidence.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted((a, b) -> Double.compare(evidence[b], evidence[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[m];
        double smallest = 1;
        for (int k = m; k >= 1; k--) {
            double e = Math.exp(evidence[order[k - 1]] / 2);
            smallest = Math.min(smallest, m / (k * e));
            q[order[k - 1]] = smallest;
        }
        return q;
    }
}
