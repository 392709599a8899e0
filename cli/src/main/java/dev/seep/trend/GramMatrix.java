package dev.seep.trend;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All inner products of a set of columns under AR(1) noise, for any phi.
 *
 * <p>A whitened inner product is a polynomial in phi, so the sums over the blocks are taken once:
 * {@code <a,b> = S0 - phi S1 + phi^2 S2} with S0 the sum of a(t) b(t), S1 that of a(t) times the neighbours of b(t) in
 * its life, and S2 that of a(t) b(t) over all blocks but the ends of a life, less those of lives of one block.
 */
final class GramMatrix {
    private final int size;
    private final double[] plain;
    private final double[] lagged;
    private final double[] shifted;

    GramMatrix(List<double[]> columns, Blocks blocks) {
        size = columns.size();
        plain = new double[size * size];
        lagged = new double[size * size];
        shifted = new double[size * size];
        int[] ends = ends(blocks);
        for (int j = 0; j < size; j++) {
            double[] b = columns.get(j);
            double[] beside = neighbours(b, blocks);
            for (int i = 0; i <= j; i++) {
                sum(columns.get(i), b, beside, ends, i * size + j, j * size + i);
            }
        }
    }

    /** First and last block of each life; one that is both stands twice. */
    private static int[] ends(Blocks blocks) {
        int n = blocks.size();
        return IntStream.range(0, n)
                .flatMap(t -> IntStream.of(blocks.first(t) ? t : -1, t == n - 1 || blocks.first(t + 1) ? t : -1))
                .filter(t -> t >= 0)
                .toArray();
    }

    /** Of each block the sum of the one before and the one after, as far as they are of its life. */
    private static double[] neighbours(double[] column, Blocks blocks) {
        double[] sum = new double[column.length];
        for (int t = 1; t < sum.length; t++) {
            if (!blocks.first(t)) {
                sum[t] += column[t - 1];
                sum[t - 1] += column[t];
            }
        }
        return sum;
    }

    private void sum(double[] a, double[] b, double[] beside, int[] ends, int here, int there) {
        double s0 = 0;
        double s1 = 0;
        for (int t = 0; t < a.length; t++) {
            s0 += a[t] * b[t];
            s1 += a[t] * beside[t];
        }
        double s2 = s0;
        for (int t : ends) {
            s2 -= a[t] * b[t];
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
     * Projects column {@code k} out of all columns from {@code from} on: the products of their residuals remain (one
     * step of the Cholesky decomposition).
     *
     * @return the squared length of column {@code k}, 0 if it is not above {@code least}
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
