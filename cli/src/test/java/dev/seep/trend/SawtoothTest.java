package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.SeriesFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is filled and emptied, in cycles of a length that polls may hit at the same moments or slip along. */
class SawtoothTest {
    private static final int EVERY = 2;

    @Test
    void pollsThatSlipAlongTheCyclesSeeNoLeak() {
        List<String> leaks = new ArrayList<>();
        for (int polls : new int[] {45, 60, 90}) {
            for (int slip = 5; slip < polls; slip++) {
                double at = slip * EVERY;
                Trend trend = fit(polls, second -> 22 + stairs(second < at ? second : second + 1));
                if (trend.decision() == Decision.GROWS) {
                    leaks.add(polls + " polls, slip at " + slip);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void twoCyclesThatFallBackToTheStartAreNoLeak() {
        for (double start = 0; start < 40; start += 4) {
            double ahead = start;
            Trend trend = fit(40, second -> 50 + ((second + ahead) % 41));

            assertThat(trend.decision()).as("started %s s into a cycle", start).isNotEqualTo(Decision.GROWS);
        }
    }

    @Test
    void aLoadThatCameAndWentAndComesAgainIsNoLeak() {
        List<Long> leaks = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double whole = 2 * Math.PI / (240 * EVERY / 1.5);
            Trend trend = fit(240, second -> 250 - 60 * Math.cos(second * whole) + 12 * random.nextGaussian());
            if (trend.decision() == Decision.GROWS) {
                leaks.add(seed);
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void whatGrowsAfterAStartThatShotOverIsALeak() {
        Trend trend = fit(60, second -> (second < 6 ? 150 : 50) + second / 4);

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void cyclesThatFallBackByHalfAreALeak() {
        Trend trend = fit(60, second -> 50 + second - 20 * Math.floor(second / 40));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
        assertThat(trend.slope().low()).isPositive();
        assertThat(trend.slope().high()).isGreaterThan(trend.slope().perHour());
    }

    /** Twelve steps of half a MiB, one a second, and back. */
    private static double stairs(double second) {
        return Math.floor(second % 12.0) / 2;
    }

    private static Trend fit(int polls, DoubleUnaryOperator mebibytesAtSecond) {
        return new TrendFitter()
                .fit(SeriesFixture.of(polls * EVERY + "s every " + EVERY + "s")
                        .mebibytes()
                        .plus(mebibytesAtSecond)
                        .series());
    }
}
