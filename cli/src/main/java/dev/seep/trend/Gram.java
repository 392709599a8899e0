package dev.seep.trend;

import java.util.List;

/**
 * All inner products of a set of columns under AR(1) noise, for any phi.
 *
 * <p>A whitened inner product is a polynomial in phi, so the sums over the blocks are taken once:
 * {@code <a,b> = S0 - phi S1 + phi^2 S2} with S0 the sum of a(t) b(t), S1 that of a(t) b(t-1) + a(t-1) b(t), and S2
 * that of a(t-1) b(t-1) over all blocks but the first ones of a life, less a(t) b(t) over those.
 */
final class Gram {
    private final int size;
    private final double[] plain;
    private final double[] lagged;
    private final double[] shifted;

    Gram(List<double[]> columns, Blocks blocks) {
        size = columns.size();
        plain = new double[size * size];
        lagged = new double[size * size];
        shifted = new double[size * size];
        boolean[] first = new boolean[blocks.size()];
        for (int t = 0; t < first.length; t++) {
            first[t] = blocks.first(t);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                sum(columns.get(i), columns.get(j), first, i * size + j, j * size + i);
            }
        }
    }

    private void sum(double[] a, double[] b, boolean[] first, int here, int there) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        for (int t = 0; t < a.length; t++) {
            double product = a[t] * b[t];
            s0 += product;
            if (first[t]) {
                s2 -= product;
            } else {
                s1 += a[t] * b[t - 1] + a[t - 1] * b[t];
                s2 += a[t - 1] * b[t - 1];
            }
        }
        plain[here] = plain[there] = s0;
        lagged[here] = lagged[there] = s1;
        shifted[here] = shifted[there] = s2;
    }

    int size() {
        return size;
    }

    /** The whitened matrix, row after row. */
    double[] at(double phi) {
        double[] whitened = new double[size * size];
        for (int i = 0; i < whitened.length; i++) {
            whitened[i] = plain[i] - phi * lagged[i] + phi * phi * shifted[i];
        }
        return whitened;
    }

    /**
     * Takes column {@code k} out of all columns from {@code from} on: what is left of their products is orthogonal to
     * it (one step of the Cholesky decomposition).
     *
     * @return the squared length of column {@code k}, 0 if nothing was left of it
     */
    static double takeOut(double[] matrix, int size, int k, int from, double least) {
        double pivot = matrix[k * size + k];
        if (!(pivot > least)) {
            return 0;
        }
        for (int i = from; i < size; i++) {
            double share = matrix[i * size + k] / pivot;
            if (share != 0) {
                int row = i * size;
                int pivotRow = k * size;
                for (int j = from; j < size; j++) {
                    matrix[row + j] -= share * matrix[pivotRow + j];
                }
            }
        }
        return pivot;
    }
}
