package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeerRuleTest {
    /** Annual flow of the Nile at Aswan, 1871 to 1970: data set {@code Nile} of R, from Durbin and Koopman (2001). */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    static List<PeerRule> rules() {
        return PeerRule.ALL;
    }

    private static Series everyMinute(double... values) {
        SampleList samples = new SampleList();
        for (int i = 0; i < values.length; i++) {
            samples.add(1.767e9 + 60 * i, values[i], 0);
        }
        return samples.series("a", Unit.BYTES);
    }

    @Test
    void lineOfTheNile() {
        // scipy 1.17.1: linregress(range(100), Nile)
        double[] years = IntStream.range(0, NILE.length).asDoubleStream().toArray();
        LineFit line = LineFit.of(years, NILE);
        assertThat(line.slope()).isCloseTo(-2.7143054305430545, within(1e-12));
        assertThat(line.p()).isCloseTo(1.0716948863249982e-06, within(1e-16));
        assertThat(line.r2()).isCloseTo(0.21652880465011587, within(1e-14));
    }

    @Test
    void hamedRaoOfTheNile() {
        // numpy 2.4.6 and scipy 1.17.1, the formula of the paper: r = rankdata(Nile + 2.6 * arange(100)) - 50.5 (2.6:
        // Sen's slope, see GoldenNumbersTest); rho = correlate(r, r, "full")[99:] / (r @ r), those within
        // 1.959963984540054 / 10 of zero left out
        HamedRao test = HamedRao.of(NILE);
        assertThat(test.correction()).isCloseTo(2.1428983270987203, within(1e-12));
        assertThat(test.z()).isCloseTo(-2.8199791956451388, within(1e-12));
    }

    @Test
    void ranksOfTiesAreTheirMean() {
        assertThat(HamedRao.ranks(new double[] {5, 1, 5, 9})).containsExactly(2.5, 1, 2.5, 4);
    }

    @Test
    void standardErrorOfALineInIndependentNoiseIsThatOfLeastSquares() {
        // sqrt(12 (n - 1) / (n (n + 1))) for a course from 0 to 1 in n steps
        assertThat(KnownLeak.standardError(60, 0, 0)).isCloseTo(Math.sqrt(12 * 59.0 / (60 * 61.0)), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void callsADoublingWithinTheHourALeak(PeerRule rule) {
        Series series = everyMinute(IntStream.range(0, 120)
                .mapToDouble(i -> 1e8 * (1 + i / 60.0) + (i % 3) * 1e6)
                .toArray());
        assertThat(rule.callsLeak(series)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void callsWhatShrinksNoLeak(PeerRule rule) {
        Series series = everyMinute(IntStream.range(0, 120)
                .mapToDouble(i -> 1e8 * (3 - i / 60.0) + (i % 3) * 1e6)
                .toArray());
        assertThat(rule.callsLeak(series)).isFalse();
    }
}
