package dev.seep.trend;

/**
 * AR(1) noise: each value keeps a share phi of the one before, e(t) = phi e(t-1) + u(t), with a new start in every
 * life. Whitening is the exact one of Prais and Winsten (Cowles Foundation Paper 1954): the first value of a life is
 * multiplied by sqrt(1 - phi^2), from every other one phi times the value before is taken.
 */
final class Ar1 {
    /** Values at which phi is tried. */
    static final double[] GRID = {0, 0.25, 0.5, 0.7, 0.82, 0.9, 0.95};

    /** Beyond this memory noise cannot be told from a random walk. */
    private static final double LARGEST = 0.97;

    private Ar1() {}

    static double[] whiten(double[] column, Blocks blocks, double phi) {
        double[] white = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            white[i] = blocks.first(i) ? column[i] * Math.sqrt(1 - phi * phi) : column[i] - phi * column[i - 1];
        }
        return white;
    }

    /**
     * Factor, at least 1, by which the error of a slope exceeds that of least squares with the fitted phi. Beside a
     * line phi is fitted (2 + 4 phi) / n too small (Marriott and Pope, "Bias in the estimation of autocorrelations",
     * Biometrika 41, 1954), and the error of a slow component goes with 1 / (1 - phi).
     */
    static double inflation(double phi, int n) {
        double corrected = Math.min(LARGEST, phi + (2 + 4 * phi) / n);
        return Math.max(1, (1 - phi) / (1 - corrected));
    }

    /** -log of the determinant of the inverse covariance, for noise of unit innovations. */
    static double logDeterminant(int lives, double phi) {
        return -lives * Math.log(1 - phi * phi);
    }
}
