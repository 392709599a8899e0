package dev.seep.trend;

import java.util.Arrays;

/**
 * The best set of at most three shapes, by gain against penalty, on a matrix of inner products that was cleared of
 * everything the sets have in common. Singles and pairs are all tried, triples grow from the {@value #KEPT} best pairs.
 *
 * <p>A set is worth {@code blocks log(rss) + costs}; compared is {@code rss exp(costs / blocks)}, which orders the
 * same way.
 */
final class SubsetSearch {
    private static final int KEPT = 12;
    private static final double SINGLE_LEAST = 1e-6;
    /**
     * Least share of a shape that is left beside another: with less, their difference is a third shape that nobody
     * asked for.
     */
    private static final double PAIR_LEAST = 0.1;

    private final int size;
    private final double[] matrix;
    private final double[] factor;
    private final double[] discount;
    /** Of each part the squared length, and the product with the series. */
    private final double[] own;

    private final double[] shared;
    private final double[] perFactor;
    private final double[] perDiscount;
    private final boolean[] usable;
    private final double floor;
    private final int y;

    private final double[] keptScore = new double[KEPT];
    private final int[] keptFirst = new int[KEPT];
    private final int[] keptSecond = new int[KEPT];

    private double score;
    private int[] set = {};

    /**
     * @param matrix square, row after row; the last row is the series
     * @param lengths squared lengths before the matrix was cleared
     * @param floor the least sum of squares that noise leaves
     */
    SubsetSearch(double[] matrix, double[] lengths, Penalties penalties, double floor) {
        this.size = lengths.length;
        this.matrix = matrix;
        this.factor = penalties.factor();
        this.discount = penalties.discount();
        this.floor = floor;
        this.y = size - 1;
        own = new double[y];
        shared = new double[y];
        perFactor = new double[y];
        perDiscount = new double[y];
        usable = new boolean[y];
        for (int i = 0; i < y; i++) {
            own[i] = at(i, i);
            shared[i] = at(i, y);
            perFactor[i] = 1 / factor[i];
            perDiscount[i] = 1 / discount[i];
            usable[i] = own[i] > SINGLE_LEAST * lengths[i];
        }
        score = Math.max(at(y, y), floor);
        Arrays.fill(keptScore, Double.MAX_VALUE);
    }

    /** Sum of squares times the penalties of the best set. */
    double score() {
        return score;
    }

    /** Indices of its parts. */
    int[] set() {
        return set;
    }

    SubsetSearch upTo(int most) {
        if (most >= 1) {
            singles();
        }
        if (most >= 2) {
            pairs();
        }
        if (most >= 3) {
            triples();
        }
        return this;
    }

    private double at(int i, int j) {
        return matrix[i * size + j];
    }

    private void offer(double left, double penalty, int... candidate) {
        double offered = Math.max(left, floor) * penalty;
        if (offered < score) {
            score = offered;
            set = candidate;
        }
    }

    private void singles() {
        double total = at(y, y);
        for (int i = 0; i < y; i++) {
            if (usable[i]) {
                offer(total - shared[i] * shared[i] / own[i], factor[i] * discount[i], i);
            }
        }
    }

    private void pairs() {
        double total = at(y, y);
        for (int i = 0; i < y; i++) {
            if (!usable[i]) {
                continue;
            }
            double gi = own[i];
            double ci = shared[i];
            for (int j = 0; j < i; j++) {
                if (!usable[j]) {
                    continue;
                }
                double gj = own[j];
                double g = at(i, j);
                double determinant = gi * gj - g * g;
                if (determinant > PAIR_LEAST * gi * gj) {
                    double cj = shared[j];
                    double gained = ci * ci * gj - 2 * ci * cj * g + cj * cj * gi;
                    // Most gain less than the kept pairs ask for, which is seen without a division.
                    double perPenalty = perFactor[i] * perFactor[j] * Math.max(perDiscount[i], perDiscount[j]);
                    if (gained > (total - keptScore[KEPT - 1] * perPenalty) * determinant) {
                        double penalty = factor[i] * factor[j] * Math.min(discount[i], discount[j]);
                        keep(Math.max(total - gained / determinant, floor) * penalty, i, j);
                    }
                }
            }
        }
        if (keptScore[0] < score) {
            score = keptScore[0];
            set = new int[] {keptFirst[0], keptSecond[0]};
        }
    }

    private void keep(double pairScore, int i, int j) {
        if (pairScore >= keptScore[KEPT - 1]) {
            return;
        }
        int at = KEPT - 1;
        for (; at > 0 && keptScore[at - 1] > pairScore; at--) {
            keptScore[at] = keptScore[at - 1];
            keptFirst[at] = keptFirst[at - 1];
            keptSecond[at] = keptSecond[at - 1];
        }
        keptScore[at] = pairScore;
        keptFirst[at] = i;
        keptSecond[at] = j;
    }

    private void triples() {
        for (int k = 0; k < KEPT && keptScore[k] < Double.MAX_VALUE; k++) {
            growPair(keptFirst[k], keptSecond[k]);
        }
    }

    private void growPair(int i, int j) {
        double gi = own[i];
        double share = at(j, i) / gi;
        double gj = own[j] - share * at(i, j);
        double cj = shared[j] - share * shared[i];
        double left = at(y, y) - shared[i] * shared[i] / gi - cj * cj / gj;
        for (int k = 0; k < y; k++) {
            if (!usable[k] || k == i || k == j) {
                continue;
            }
            double toI = at(k, i) / gi;
            double toJ = (at(k, j) - toI * at(i, j)) / gj;
            double gk = own[k] - toI * at(i, k) - toJ * toJ * gj;
            if (gk > PAIR_LEAST * own[k]) {
                double ck = shared[k] - toI * shared[i] - toJ * cj;
                double best = Math.min(discount[k], Math.min(discount[i], discount[j]));
                offer(left - ck * ck / gk, factor[i] * factor[j] * factor[k] * best, i, j, k);
            }
        }
    }
}
