package dev.seep.trend;

import java.util.List;

/**
 * Ordinary least squares by modified Gram-Schmidt with one re-orthogonalisation (Bjorck, Numerical Methods for Least
 * Squares Problems, 1996, section 2.4). Columns that depend on earlier ones get the coefficient 0.
 */
final class LeastSquares {
    private static final double DEPENDENT = 1e-10;

    final double[] coefficients;
    final double rss;
    final int rank;

    private final double[][] triangle;

    LeastSquares(List<double[]> columns, double[] y) {
        int p = columns.size();
        double[][] q = new double[p][];
        double[][] r = new double[p][p];
        double[] qy = new double[p];
        double[] rest = y.clone();
        int used = 0;
        for (int j = 0; j < p; j++) {
            double[] column = columns.get(j).clone();
            double size = dot(column, column);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double c = dot(q[k], column);
                    r[k][j] += c;
                    subtract(column, c, q[k]);
                }
            }
            double left = dot(column, column);
            boolean dependent = !(left > DEPENDENT * size);
            r[j][j] = dependent ? 0 : Math.sqrt(left);
            for (int i = 0; i < column.length; i++) {
                column[i] = dependent ? 0 : column[i] / r[j][j];
            }
            q[j] = column;
            qy[j] = dot(column, rest);
            subtract(rest, qy[j], column);
            used += dependent ? 0 : 1;
        }
        rss = dot(rest, rest);
        rank = used;
        coefficients = backSubstitute(r, qy);
        triangle = r;
    }

    private static double[] backSubstitute(double[][] r, double[] right) {
        int p = right.length;
        double[] x = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            double sum = right[j];
            for (int k = j + 1; k < p; k++) {
                sum -= r[j][k] * x[k];
            }
            x[j] = r[j][j] == 0 ? 0 : sum / r[j][j];
        }
        return x;
    }

    /** On the diagonal of the inverse of X'X: times the noise variance it is the variance of coefficient {@code j}. */
    double inverse(int j) {
        double sum = 0;
        for (int k = j; k < triangle.length; k++) {
            double[] unit = new double[triangle.length];
            unit[k] = 1;
            double entry = backSubstitute(triangle, unit)[j];
            sum += entry * entry;
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double times, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }
}
