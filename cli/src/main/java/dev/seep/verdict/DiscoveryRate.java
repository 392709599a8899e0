package dev.seep.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The false discovery rate over the findings of a run, valid whatever their dependence: e-BH (Wang and Ramdas, "False
 * discovery rate control with e-values", Journal of the Royal Statistical Society B 84, 2022).
 *
 * <p>Of m series that could be taken for leaks, sorted by falling e-value, q of the k-th is the smallest m / (j e(j)) over all j from k on. Calling
 * leaks what has q at most a expects at most a share a of them to be false. The e-value of a series is its Bayes factor
 * of growing against settling, exp(evidence / 2): the likelihood of the best settling shape stands below the line
 * (universal inference, Wasserman, Ramdas and Balakrishnan, PNAS 117, 2020), with the prices of the shapes as their
 * prior odds; it is an e-value as far as those odds are right.
 */
final class DiscoveryRate {
    /** Of healthy series that look like a line, about one of so many looks more like growth than not. */
    private static final int ONE_OF = 3;

    private DiscoveryRate() {}

    /** @return q of each, at most 1 */
    static double[] of(double[] evidence) {
        int m = evidence.length;
        double candidates = candidates(evidence);
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted((a, b) -> Double.compare(evidence[b], evidence[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[m];
        double smallest = 1;
        for (int k = m; k >= 1; k--) {
            double e = Math.exp(evidence[order[k - 1]] / 2);
            smallest = Math.min(smallest, candidates / (k * e));
            q[order[k - 1]] = smallest;
        }
        return q;
    }

    /**
     * How many series could be taken for leaks. Most of a run are constants and flat noise, which never are; as Storey
     * ("A direct approach to false discovery rates", Journal of the Royal Statistical Society B 64, 2002) estimates the
     * share of true nulls from large p-values, this estimates those that look like a line from how many have evidence at
     * all, at most all.
     */
    private static double candidates(double[] evidence) {
        long above = Arrays.stream(evidence).filter(one -> one > 0).count();
        return Math.min(evidence.length, ONE_OF * (1.0 + above));
    }
}
