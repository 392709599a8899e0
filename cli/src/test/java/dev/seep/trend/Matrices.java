package dev.seep.trend;

import java.util.List;

/** Small dense matrices by the textbook, so that what the code works out cleverly can be worked out plainly. */
final class Matrices {
    private Matrices() {}

    /** Of columns all inner products that the matrix in the middle gives. */
    static double[][] products(List<double[]> columns, double[][] middle) {
        int p = columns.size();
        double[][] products = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                products[i][j] = product(columns.get(i), middle, columns.get(j));
            }
        }
        return products;
    }

    static double product(double[] a, double[][] middle, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i] * middle[i][j] * b[j];
            }
        }
        return sum;
    }

    static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** Gauss and Jordan, with the largest pivot. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] left = copy(matrix);
        double[][] right = identity(n);
        for (int k = 0; k < n; k++) {
            int pivot = pivot(left, k);
            swap(left, k, pivot);
            swap(right, k, pivot);
            double size = left[k][k];
            for (int j = 0; j < n; j++) {
                left[k][j] /= size;
                right[k][j] /= size;
            }
            for (int i = 0; i < n; i++) {
                double share = i == k ? 0 : left[i][k];
                for (int j = 0; j < n; j++) {
                    left[i][j] -= share * left[k][j];
                    right[i][j] -= share * right[k][j];
                }
            }
        }
        return right;
    }

    static double determinant(double[][] matrix) {
        double[][] left = copy(matrix);
        double determinant = 1;
        for (int k = 0; k < left.length; k++) {
            int pivot = pivot(left, k);
            determinant *= pivot == k ? 1 : -1;
            swap(left, k, pivot);
            determinant *= left[k][k];
            for (int i = k + 1; i < left.length; i++) {
                double share = left[i][k] / left[k][k];
                for (int j = k; j < left.length; j++) {
                    left[i][j] -= share * left[k][j];
                }
            }
        }
        return determinant;
    }

    /** Covariance of AR(1) noise of unit innovations that starts anew in each life. */
    static double[][] covariance(int[] life, double phi) {
        int n = life.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = life[i] == life[j] ? Math.pow(phi, Math.abs(i - j)) / (1 - phi * phi) : 0;
            }
        }
        return covariance;
    }

    private static int pivot(double[][] matrix, int k) {
        int pivot = k;
        for (int i = k + 1; i < matrix.length; i++) {
            pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
        }
        return pivot;
    }

    private static void swap(double[][] matrix, int i, int j) {
        double[] row = matrix[i];
        matrix[i] = matrix[j];
        matrix[j] = row;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
