package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
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

    @Test
    void senSlopeOfSensOwnExample() {
        // Sen, JASA 63 (1968), section 6: the estimate is 4
        double[] t = {1, 2, 3, 4, 10, 12, 18};
        double[] y = {9, 15, 19, 20, 45, 55, 78};
        assertThat(TheilSen.slope(t, y)).isEqualTo(4.0);
    }

    @Test
    void senSlopeOfTheNile() {
        // R: i <- combn(100, 2); median((Nile[i[2, ]] - Nile[i[1, ]]) / (i[2, ] - i[1, ]))
        double[] years = IntStream.range(0, NILE.length).asDoubleStream().toArray();
        assertThat(TheilSen.slope(years, NILE)).isCloseTo(-2.6, within(1e-12));
    }

    @Test
    void mannKendallOfTheNile() {
        // R: cor.test(1:100, Nile, method = "kendall", exact = FALSE, continuity = TRUE) gives z and p; S is the sum
        // of sign(Nile[j] - Nile[i]), its variance with ties (n(n-1)(2n+5) - sum(t(t-1)(2t+5))) / 18, t <- table(Nile)
        MannKendall test = MannKendall.of(NILE);
        assertThat(test.s()).isEqualTo(-1387);
        assertThat(test.variance()).isCloseTo(112728.33333333333, within(1e-6));
        assertThat(test.z()).isCloseTo(-4.128066522844101, within(1e-12));
        assertThat(test.p()).isCloseTo(3.658262921664327e-05, within(1e-15));
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
    void quantilesOfStudentAndNormal() {
        // R: qt(c(.975, .95, .95, .975), c(10, 1, 60, 2.5)), qnorm(c(.975, .999)), pnorm(c(1, -4)); NIST/SEMATECH
        // e-Handbook of Statistical Methods, tables 1.3.6.7.1 and 1.3.6.7.2, has the first three and the first of each
        assertThat(TDistribution.of(10).inverseCumulativeProbability(0.975)).isCloseTo(2.228138851986274, within(1e-9));
        assertThat(TDistribution.of(1).inverseCumulativeProbability(0.95)).isCloseTo(6.313751514675038, within(1e-9));
        assertThat(TDistribution.of(60).inverseCumulativeProbability(0.95)).isCloseTo(1.6706488649046363, within(1e-9));
        assertThat(TDistribution.of(2.5).inverseCumulativeProbability(0.975))
                .isCloseTo(3.574654842003692, within(1e-9));
        NormalDistribution normal = NormalDistribution.of(0, 1);
        assertThat(normal.inverseCumulativeProbability(0.975)).isCloseTo(1.9599639845400536, within(1e-12));
        assertThat(normal.inverseCumulativeProbability(0.999)).isCloseTo(3.090232306167813, within(1e-12));
        assertThat(normal.cumulativeProbability(1)).isCloseTo(0.8413447460685429, within(1e-15));
        assertThat(normal.cumulativeProbability(-4)).isCloseTo(3.1671241833119924e-05, within(1e-18));
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
