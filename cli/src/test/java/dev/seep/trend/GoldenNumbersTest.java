package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers that others publish, or that R's own data give in R 4.2.2; the R that printed them stands beside them. */
class GoldenNumbersTest {
    /** Annual flow of the Nile at Aswan, 1871 to 1970: data set {@code Nile} of R, from Durbin and Koopman (2001). */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /** Level of Lake Huron in feet, 1875 to 1972: data set {@code LakeHuron} of R, from Brockwell and Davis (1991). */
    private static final double[] LAKE_HURON = {
        580.38, 581.86, 580.97, 580.80, 579.79, 580.39, 580.42, 580.82, 581.40, 581.32, 581.44, 581.68, 581.17, 580.53,
        580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24, 579.10, 579.09, 579.35, 578.82, 579.32, 579.01,
        579.00, 579.80, 579.83, 579.72, 579.89, 580.01, 579.37, 578.69, 578.19, 578.67, 579.55, 578.92, 578.09, 579.37,
        580.13, 580.14, 579.51, 579.24, 578.66, 578.86, 578.05, 577.79, 576.75, 576.75, 577.82, 578.64, 580.58, 579.48,
        577.38, 576.90, 576.94, 576.24, 576.84, 576.85, 576.90, 577.79, 578.18, 577.51, 577.23, 578.42, 579.61, 579.05,
        579.26, 579.22, 579.38, 579.10, 577.95, 578.12, 579.75, 580.85, 580.41, 579.96, 579.61, 578.76, 578.18, 577.21,
        577.13, 579.10, 578.25, 577.91, 576.89, 575.96, 576.80, 577.68, 578.38, 578.52, 579.74, 579.31, 579.89, 579.96
    };

    /** Longley's employment figures, 1947 to 1962: NIST Statistical Reference Datasets, of higher difficulty. */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    @Test
    void leastSquaresOfLongley() {
        // NIST StRD, certified values of Longley: estimates and standard deviations of B1 to B6, residual deviation
        double[] estimates = {
            15.0618722713733,
            -0.0358191792925910,
            -2.02022980381683,
            -1.03322686717359,
            -0.0511041056535807,
            1829.15146461355
        };
        double[] errors = {
            84.9149257747669,
            0.0334910077822432,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        List<double[]> columns = IntStream.range(0, 7)
                .mapToObj(k -> Arrays.stream(LONGLEY)
                        .mapToDouble(row -> k == 0 ? 1 : row[k])
                        .toArray())
                .toList();
        LeastSquares fit = new LeastSquares(
                columns, Arrays.stream(LONGLEY).mapToDouble(row -> row[0]).toArray());
        double variance = fit.rss / 9;

        assertThat(Math.sqrt(variance)).isCloseTo(304.854073561965, withinPercentage(1e-6));
        for (int k = 0; k < 6; k++) {
            assertThat(fit.coefficients[k + 1]).isCloseTo(estimates[k], withinPercentage(1e-6));
            assertThat(Math.sqrt(fit.inverse(k + 1) * variance)).isCloseTo(errors[k], withinPercentage(1e-6));
        }
    }

    @Test
    void theNileFellInOneStep() {
        // Cobb (Biometrika 65, 1978) and many since: after 1898, when the dam at Aswan was begun
        double[] years = IntStream.range(0, 100).asDoubleStream().toArray();
        Hypothesis settles =
                new ModelComparison(new Blocks(Blocks.View.MEAN, years, years, new int[100], NILE, 0, 0)).settles();

        assertThat(settles.parts()).singleElement().satisfies(part -> {
            assertThat(part.kind()).isEqualTo(Shape.Kind.STEP);
            assertThat(part.start() * 99 + 1871).isBetween(1898.0, 1899.0);
        });
    }

    @Test
    void lineInRememberingNoiseIsThatOfTheExactLikelihood() {
        // R: t <- 0:97; V <- phi^abs(outer(t, t, "-")) / (1 - phi^2); W <- solve(V); X <- cbind(1, t / 97);
        // A <- solve(t(X) %*% W %*% X); b <- A %*% t(X) %*% W %*% LakeHuron; arima(LakeHuron, c(1, 0, 0), xreg = t /
        // 97,
        // fixed = c(phi, NA, NA)) gives the same b, and -2 * loglik - n * log(2 * pi) - n the same objective
        assertLineOfLakeHuron(0.5, -2.23419091967489, 0.525598828342753, -49.9167170369966);
        assertLineOfLakeHuron(0.82, -1.89749271375933, 1.20048847909916, -67.3280284349515);
    }

    private static void assertLineOfLakeHuron(double phi, double slope, double error, double objective) {
        int n = LAKE_HURON.length;
        double[] time = IntStream.range(0, n).asDoubleStream().toArray();
        double[] share = Arrays.stream(time).map(t -> t / (n - 1)).toArray();
        double[] constant = new double[n];
        Arrays.fill(constant, 1);
        Blocks blocks = new Blocks(Blocks.View.MEAN, time, time, new int[n], LAKE_HURON, 0, 0);
        Shape line = new Shape(Shape.Kind.LINE, 0, 0, share, 0);
        Fit fit = new Fit(blocks, List.of(constant), new Hypothesis(0, phi, line, List.of()));
        assertThat(fit.growth()).isCloseTo(slope, within(1e-9));
        assertThat(fit.growthError()).isCloseTo(error, within(1e-9));
        double rss = fit.variance * fit.freedom;
        assertThat(n * Math.log(rss / n) + Ar1.logDeterminant(1, phi)).isCloseTo(objective, within(1e-8));
    }

    @Test
    void whitenedGramIsTheGramOfWhitenedColumns() {
        double[] line = IntStream.range(0, NILE.length).asDoubleStream().toArray();
        Blocks blocks = new Blocks(Blocks.View.MEAN, line, line, new int[NILE.length], NILE, 1, 0);
        double[] gram = new GramMatrix(List.of(line, NILE), blocks).at(0.7);
        double[] a = Ar1.whiten(line, blocks, 0.7);
        double[] b = Ar1.whiten(NILE, blocks, 0.7);
        assertThat(gram[1]).isCloseTo(LeastSquares.dot(a, b), within(1e-6));
        assertThat(gram[3]).isCloseTo(LeastSquares.dot(b, b), within(1e-6));
    }

    @Test
    void quantilesOfASampleAreThoseOfR() {
        // R: quantile(c(1, 2, 4, 8, 16), c(.1, .5, .9)) gives 1.4, 4.0, 12.8 (type 7)
        double[] values = {16, 1, 8, 2, 4};
        assertThat(Quantiles.of(values, 0.1)).isCloseTo(1.4, within(1e-12));
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(4.0);
        assertThat(Quantiles.of(values, 0.9)).isCloseTo(12.8, within(1e-12));
    }
}
