package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The numbers that others publish, or that R's own data give in R and SciPy. */
class GoldenNumbersTest {
    /** Annual flow of the Nile at Aswan, 1871 to 1970: data set {@code Nile} of R, from Durbin and Koopman (2001). */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
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
        // scipy.stats.theilslopes(Nile), SciPy 1.17
        double[] years = IntStream.range(0, NILE.length).asDoubleStream().toArray();
        assertThat(TheilSen.slope(years, NILE)).isCloseTo(-2.6, within(1e-12));
    }

    @Test
    void mannKendallOfTheNile() {
        // sum of signs and Kendall's variance with ties, evaluated in NumPy; p by scipy.stats.norm.sf
        MannKendall test = MannKendall.of(NILE);
        assertThat(test.s()).isEqualTo(-1387);
        assertThat(test.variance()).isCloseTo(112728.33333333333, within(1e-6));
        assertThat(test.z()).isCloseTo(-4.128066522844101, within(1e-12));
        assertThat(test.p()).isCloseTo(3.658262921664327e-05, within(1e-15));
    }

    @Test
    void lagOneAutocorrelationOfTheNile() {
        // R: acf(Nile, plot = FALSE) prints 0.498 at lag 1
        assertThat(Ar1.estimate(NILE)).isCloseTo(0.49840818413302895, within(1e-12));
    }

    @Test
    void whitenedGramIsTheGramOfWhitenedColumns() {
        double[] line = IntStream.range(0, NILE.length).asDoubleStream().toArray();
        Blocks blocks = new Blocks(Blocks.View.MEAN, line, line, new int[NILE.length], NILE, 1);
        double[] gram = new Gram(java.util.List.of(line, NILE), blocks).at(0.7);
        double[] a = Ar1.whiten(line, blocks, 0.7);
        double[] b = Ar1.whiten(NILE, blocks, 0.7);
        assertThat(gram[1]).isCloseTo(LeastSquares.dot(a, b), within(1e-6));
        assertThat(gram[3]).isCloseTo(LeastSquares.dot(b, b), within(1e-6));
    }

    @Test
    void quantilesOfStudentAndNormal() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, tables 1.3.6.7.2 and 1.3.6.7.1
        assertThat(TDistribution.of(10).inverseCumulativeProbability(0.975)).isCloseTo(2.228, within(5e-4));
        assertThat(TDistribution.of(1).inverseCumulativeProbability(0.95)).isCloseTo(6.314, within(5e-4));
        assertThat(TDistribution.of(60).inverseCumulativeProbability(0.95)).isCloseTo(1.671, within(5e-4));
        assertThat(NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975))
                .isCloseTo(1.959964, within(5e-7));
        assertThat(NormalDistribution.of(0, 1).cumulativeProbability(1)).isCloseTo(0.8413, within(5e-5));
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
