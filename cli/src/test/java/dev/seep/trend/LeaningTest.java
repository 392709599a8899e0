package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Growth so faint that the noise, which remembers, nearly hides it: what leans to growth is no pass by the rise it had. */
class LeaningTest {
    private static final int POLLS = 240;
    private static final double TOLERATED_OF_LEVEL = 0.04;
    /** What a tenth goes beyond, in parts of what a twentieth goes beyond, for the errors of about 30 blocks. */
    private static final double EVEN = 0.775;

    @Test
    void aRateOfGrowthHoldsNoSlopeBelowZero() {
        List<Trend> growing = trends(12).stream()
                .filter(trend -> trend.decision() == Decision.GROWS || trend.decision() == Decision.OPEN)
                .toList();

        assertThat(growing).hasSizeGreaterThan(20);
        assertThat(growing).allSatisfy(trend -> {
            assertThat(trend.slope().low()).isPositive();
            assertThat(trend.slope().perHour())
                    .isBetween(trend.slope().low(), trend.slope().high());
        });
    }

    @Test
    void whatIsLikelierToGrowOnPassesByItsLevelAlone() {
        List<Trend> leaning = trends(8).stream()
                .filter(trend -> trend.twoLogBayesFactor() > 0 && trend.decision() == Decision.SETTLES)
                .toList();
        List<Trend> open = trends(8).stream()
                .filter(trend -> trend.twoLogBayesFactor() > 0 && trend.decision() == Decision.NOISY)
                .toList();

        assertThat(open).isNotEmpty();
        assertThat(leaning).allSatisfy(trend -> assertThat(trend.bounds().hiddenPerHour() * trend.hours())
                .isLessThanOrEqualTo(TOLERATED_OF_LEVEL * trend.level()));
    }

    @Test
    void theLikelierItIsToGrowTheFasterItMayGrow() {
        List<Trend> noisy = Stream.of(0, 8, 10)
                .flatMap(rise -> trends(rise).stream())
                .filter(trend -> trend.decision() == Decision.NOISY)
                .toList();

        List<Trend> against =
                noisy.stream().filter(trend -> trend.twoLogBayesFactor() <= 0).toList();
        List<Trend> leaning = noisy.stream()
                .filter(trend -> trend.twoLogBayesFactor() > 0)
                .sorted(Comparator.comparingDouble(Trend::twoLogBayesFactor))
                .toList();

        assertThat(against).hasSizeGreaterThan(5);
        assertThat(leaning).hasSizeGreaterThan(2);
        assertThat(against).allSatisfy(trend -> assertThat(reach(trend)).isCloseTo(EVEN, within(0.01)));
        assertThat(leaning).extracting(LeaningTest::reach).isSorted().allMatch(reach -> reach > EVEN + 0.01);
    }

    /** How far the fastest growth lies above the line, in parts of what could hide. */
    private static double reach(Trend trend) {
        return (trend.bounds().fastestPerHour() - trend.slope().perHour())
                / (trend.bounds().hiddenPerHour() - trend.slope().perHour());
    }

    private static List<Trend> trends(double rise) {
        return LongStream.range(0, 60).mapToObj(seed -> fit(seed, rise)).toList();
    }

    /** A level of 100 MiB that rises by {@code rise}; noise of 4 that forgets half from poll to poll. */
    private static Trend fit(long seed, double rise) {
        Random random = new Random(seed);
        double[] noise = {0};
        return new TrendFitter()
                .fit(SeriesFixture.of("4h every 1m")
                        .mebibytes()
                        .plus(second -> {
                            noise[0] = noise[0] / 2 + 4 * random.nextGaussian();
                            return 100 + rise * (second / 60) / POLLS + noise[0];
                        })
                        .series());
    }
}
