package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong clock or a long pause: time in which nothing was seen is no evidence that nothing grew. */
class StretchesTest {
    private static final int POLLS = 60;
    private static final double EVERY = 30;
    private static final double SPAN = POLLS * EVERY;

    private final List<double[]> samples = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5, 8, 20, 100})
    void aSampleThatIsTooEarlyHidesNoLeak(double spans) {
        samples.add(new double[] {-spans * SPAN, 300, 0});
        leak();

        assertThat(fit(1).decision()).isEqualTo(Decision.GROWS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5, 8, 20, 100})
    void aSampleThatIsTooLateHidesNoLeak(double spans) {
        leak();
        samples.add(new double[] {SPAN + spans * SPAN, 350, 0});

        assertThat(fit(1).decision()).isEqualTo(Decision.GROWS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 10, 100})
    void anEarlierLifeThatWasHardlySeenHidesNoLeak(double spans) {
        samples.add(new double[] {-spans * SPAN, 300, 0});
        leak();
        samples.stream().skip(1).forEach(sample -> sample[2] = 1);

        assertThat(fit(2).decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aLeakOnBothSidesOfALongPauseIsOne() {
        leak();
        for (int i = 0; i < POLLS; i++) {
            samples.add(new double[] {20 * SPAN + i * EVERY, 350 + i * 50.0 / POLLS + i % 2, 0});
        }

        assertThat(fit(1).decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void whatIsSteadyIsSteadyForTheTimeThatItWasSeen() {
        samples.add(new double[] {-10 * SPAN, 300, 0});
        for (int i = 0; i < POLLS; i++) {
            samples.add(new double[] {i * EVERY, 300 + i % 2, 0});
        }
        Trend trend = fit(1);

        assertThat(trend.decision()).isEqualTo(Decision.SETTLES);
        assertThat(trend.hours()).isLessThan(SPAN / 3600 + 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 100})
    void whatRoseWhileNobodyLookedIsNoPass(double spans) {
        double rise = 10;
        for (int i = 0; i < 2 * POLLS; i++) {
            double moment = (double) i / POLLS + (i < POLLS ? 0 : spans - 1);
            samples.add(new double[] {moment * SPAN, 300 + rise * moment + i % 2, 0});
        }
        Trend trend = fit(1);

        assertThat(trend.decision()).isIn(Decision.GROWS, Decision.OPEN);
        assertThat(trend.rise() / (1 << 20)).isGreaterThan(trend.decision() == Decision.OPEN ? rise * (spans - 2) : 0);
    }

    @Test
    void whatIsWhereItWasAfterALongPauseIsSteady() {
        for (int i = 0; i < 2 * POLLS; i++) {
            samples.add(new double[] {i * EVERY + (i < POLLS ? 0 : 20 * SPAN), 300 + i % 2, 0});
        }

        assertThat(fit(1).decision()).isEqualTo(Decision.SETTLES);
    }

    /** From 300 to 350 MiB. */
    private void leak() {
        for (int i = 0; i < POLLS; i++) {
            samples.add(new double[] {i * EVERY, 300 + i * 50.0 / POLLS + i % 2, 0});
        }
    }

    private Trend fit(int lives) {
        List<Incarnation> incarnations = new ArrayList<>();
        for (int i = 0; i < lives; i++) {
            incarnations.add(new Incarnation("life" + i, Instant.EPOCH, null));
        }
        Metric metric = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
        return new TrendFitter()
                .fit(new Series(
                        "app",
                        null,
                        metric,
                        incarnations,
                        samples.stream().mapToDouble(sample -> sample[0] + 1e9).toArray(),
                        samples.stream()
                                .mapToDouble(sample -> sample[1] * (1 << 20))
                                .toArray(),
                        samples.stream().mapToInt(sample -> (int) sample[2]).toArray(),
                        0,
                        Double.NaN));
    }
}
