package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * A periodic load: the strongest period of the blocks around a smooth course (least-squares spectrum, Lomb 1976), with
 * up to five harmonics as columns that every hypothesis may use. Kept only where it explains more than AR(1) noise
 * does.
 */
final class Periodicity {
    private static final int ENOUGH = 24;
    /** Seen less than twice, it has not come again; a rise that begins and ends looks like such a wave. */
    private static final double FEWEST_CYCLES = 2;

    private static final double STEP = 0.2;
    private static final double BLOCKS_PER_CYCLE = 2.6;
    private static final int HARMONICS = 5;

    /** @return pairs of a cosine and a sine, none if nothing is periodic */
    static List<double[]> columns(Blocks blocks) {
        int n = blocks.size();
        if (n < ENOUGH || blocks.lives() > 1) {
            return List.of();
        }
        List<double[]> smooth = smooth(blocks);
        double[] x = share(blocks.clock());
        double[] rest = residual(smooth, blocks.value());
        double total = LeastSquares.dot(rest, rest);
        if (!(total > 10 * blocks.variance() * n)) {
            return List.of();
        }
        double frequency = strongest(x, smooth, rest);
        double left = total - gain(x, smooth, rest, frequency);
        if (n * Math.log(total / Math.max(left, 1e-300)) <= 3 * Math.log(n) + 6) {
            return List.of();
        }
        return harmonics(blocks, x, smooth, frequency);
    }

    private Periodicity() {}

    private static List<double[]> harmonics(Blocks blocks, double[] x, List<double[]> smooth, double frequency) {
        double log = Math.log(x.length);
        List<double[]> all = new ArrayList<>(smooth);
        List<double[]> found = new ArrayList<>();
        double objective = objective(blocks, all);
        for (int h = 1; h <= HARMONICS && frequency * h <= x.length / BLOCKS_PER_CYCLE; h++) {
            List<double[]> pair = pair(x, frequency * h);
            all.addAll(pair);
            double with = objective(blocks, all);
            double needed = h == 1 ? 3 * log + 6 : 2 * log;
            if (with + needed < objective) {
                found.addAll(pair);
                objective = with;
            } else if (h == 1) {
                return List.of();
            } else {
                all.removeAll(pair);
            }
        }
        return found;
    }

    static double objective(Blocks blocks, List<double[]> columns) {
        double best = Double.MAX_VALUE;
        int n = blocks.size();
        for (double phi : Ar1.GRID) {
            List<double[]> white =
                    columns.stream().map(c -> Ar1.whiten(c, blocks, phi)).toList();
            double rss = new LeastSquares(white, Ar1.whiten(blocks.value(), blocks, phi)).rss;
            double floor = blocks.variance() * n * (1 - phi) * (1 - phi);
            best = Math.min(best, n * Math.log(Math.max(rss, floor) / n) + Ar1.logDeterminant(blocks.lives(), phi));
        }
        return best;
    }

    private static double strongest(double[] x, List<double[]> smooth, double[] rest) {
        double best = FEWEST_CYCLES;
        double most = -1;
        double end = x.length / BLOCKS_PER_CYCLE;
        for (double frequency = FEWEST_CYCLES; frequency < end; frequency += STEP) {
            double gain = gain(x, smooth, rest, frequency);
            if (gain > most) {
                most = gain;
                best = frequency;
            }
        }
        double coarse = best;
        for (int k = -9; k <= 9; k++) {
            double frequency = coarse + k * STEP / 12;
            double gain = frequency < FEWEST_CYCLES ? -1 : gain(x, smooth, rest, frequency);
            if (gain > most) {
                most = gain;
                best = frequency;
            }
        }
        return best;
    }

    private static double gain(double[] x, List<double[]> smooth, double[] rest, double frequency) {
        List<double[]> pair = pair(x, frequency);
        double[] a = residual(smooth, pair.get(0));
        double[] b = residual(smooth, pair.get(1));
        double aa = LeastSquares.dot(a, a);
        double bb = LeastSquares.dot(b, b);
        double ab = LeastSquares.dot(a, b);
        double determinant = aa * bb - ab * ab;
        if (!(determinant > 1e-6 * aa * bb)) {
            return 0;
        }
        double ar = LeastSquares.dot(a, rest);
        double br = LeastSquares.dot(b, rest);
        return (ar * ar * bb - 2 * ar * br * ab + br * br * aa) / determinant;
    }

    private static List<double[]> pair(double[] x, double frequency) {
        double[] cosine = new double[x.length];
        double[] sine = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double angle = 2 * Math.PI * frequency * x[i];
            cosine[i] = Math.cos(angle);
            sine[i] = Math.sin(angle);
        }
        return List.of(cosine, sine);
    }

    /** An orthonormal basis of a constant, a line, a parabola and a fast warm-up. */
    private static List<double[]> smooth(Blocks blocks) {
        double[] x = share(blocks.clock());
        List<double[]> basis = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            double[] column = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                column[i] = k < 3 ? Math.pow(x[i], k) : 1 - Math.exp(-x[i] / 0.06);
            }
            column = residual(basis, residual(basis, column));
            double size = Math.sqrt(LeastSquares.dot(column, column));
            for (int i = 0; i < column.length; i++) {
                column[i] /= size;
            }
            basis.add(column);
        }
        return basis;
    }

    private static double[] residual(List<double[]> orthonormal, double[] column) {
        double[] rest = column.clone();
        for (double[] q : orthonormal) {
            double share = LeastSquares.dot(q, column);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= share * q[i];
            }
        }
        return rest;
    }

    private static double[] share(double[] time) {
        double end = time[time.length - 1];
        double[] x = new double[time.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = time[i] / end;
        }
        return x;
    }
}
