package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.SeriesFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth that began in the run and ended before it is no leak; what began as late and goes on is one. */
class EndedGrowthTest {
    private static final int POLLS = 240;

    @ParameterizedTest
    @CsvSource({"0.2,0.2", "0.35,0.1", "0.4,0.3", "0.5,0.2", "0.5,0.3", "0.6,0.2"})
    void whatRoseAndStaysIsNoLeak(double start, double length) {
        List<String> leaks = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            Trend straight = fit(seed, u -> Math.min(1, Math.max(0, (u - start) / length)));
            Trend smooth = fit(seed, u -> smooth(Math.min(1, Math.max(0, (u - start) / length))));
            Trend saturating = fit(seed, u -> u < start ? 0 : 1 - Math.exp(-3 * (u - start) / length));
            for (Trend trend : List.of(straight, smooth, saturating)) {
                if (trend.decision() == Decision.GROWS) {
                    leaks.add("seed " + seed + " " + trend.views().get(0).growsShapes());
                }
            }
        }
        assertThat(leaks).as("of 60").hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({"0.2", "0.4", "0.5", "0.6", "0.7"})
    void whatBeganLateAndGoesOnIsALeak(double start) {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(fit(seed, u -> Math.max(0, (u - start) / (1 - start))).decision())
                    .as("seed %d", seed)
                    .isEqualTo(Decision.GROWS);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.002", "0.004"})
    void whatCreepsSlowerAndSlowerIsNoLeak(double tau) {
        for (long seed = 0; seed < 5; seed++) {
            Trend trend = fit(seed, u -> Math.log1p(u / tau) / Math.log1p(1 / tau));

            assertThat(trend.decision()).as("seed %d", seed).isNotEqualTo(Decision.GROWS);
        }
    }

    private static double smooth(double u) {
        return u * u * (3 - 2 * u);
    }

    /** A level of 300 MiB, a rise of 100, noise of 4. */
    private static Trend fit(long seed, DoubleUnaryOperator rise) {
        Random random = new Random(seed);
        return new TrendFitter()
                .fit(SeriesFixture.of("4h every 1m")
                        .mebibytes()
                        .plus(second -> 300 + 100 * rise.applyAsDouble(second / 60 / POLLS) + 4 * random.nextGaussian())
                        .series());
    }
}
