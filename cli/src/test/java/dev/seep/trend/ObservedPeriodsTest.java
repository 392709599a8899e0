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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong clock or a long pause: time in which nothing was seen is no evidence that nothing grew. */
class ObservedPeriodsTest {
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

    @Test
    void withoutALongGapAllStaysAsItIs() {
        SampleArrays even = TrendFixture.samples(TrendFixture.column(40, i -> i));
        SampleArrays missing = at(TrendFixture.column(40, i -> i < 20 ? i : i + 9));

        assertThat(ObservedPeriods.of(even)).isSameAs(even);
        assertThat(ObservedPeriods.of(missing)).isSameAs(missing);
    }

    @ParameterizedTest
    @CsvSource({"12, 10, false", "12, 11, true", "60, 28, false", "60, 31, true"})
    void aGapIsLongBeyondTenIntervalsAndHalfOfWhatWasSeen(int samples, double gap, boolean isLong) {
        // Of 12 samples 10 intervals are seen, of 60 samples 58: half of those are 29.
        SampleArrays apart = at(TrendFixture.column(samples, i -> i < samples / 2 ? i : i - 1 + gap));

        assertThat(ObservedPeriods.of(apart).lives()).isEqualTo(isLong ? 2 : 1);
    }

    @Test
    void whatLiesBetweenLongGapsIsALifeAndTheGapsAreUnseen() {
        SampleArrays stretches = ObservedPeriods.of(at(TrendFixture.column(30, i -> i + 100 * (i / 10))));

        assertThat(stretches.life()).containsExactly(TrendFixture.lives(10, 10, 10));
        assertThat(stretches.unseen()).isEqualTo(202);
        assertThat(stretches.span()).isEqualTo(27);
    }

    @Test
    void aStretchOfFewerThanSixSamplesIsLeftOut() {
        SampleArrays stretches =
                ObservedPeriods.of(at(TrendFixture.column(25, i -> i < 10 ? i : i < 15 ? i + 100 : i + 200)));

        assertThat(stretches.size()).isEqualTo(20);
        assertThat(stretches.life()).containsExactly(TrendFixture.lives(10, 10));
        assertThat(stretches.unseen()).isEqualTo(206);
        assertThat(stretches.hours()).contains(9, 215).doesNotContain(110, 114);
    }

    @Test
    void aLifeThatBeginsWithinAStretchIsStillOne() {
        double[] hours = TrendFixture.column(30, i -> i < 10 ? i : i + 100);
        SampleArrays stretches =
                ObservedPeriods.of(new SampleArrays(hours, new double[30], TrendFixture.lives(20, 10), 1e-4, 0, 0));

        assertThat(stretches.life()).containsExactly(TrendFixture.lives(10, 10, 10));
    }

    @Test
    void itRoseByTheMediansOnEitherSideOfAGap() {
        double[] hours = TrendFixture.column(80, i -> i < 40 ? i : i + 500);
        // Of the 40 samples on either side the 30 next to the gap count: before it they are 3, after it 10.
        double[] values = TrendFixture.column(
                80, i -> i < 10 ? 90 : i < 39 ? 3 : i == 39 ? 50 : i == 40 ? -50 : i < 70 ? 10 : 90);
        SampleArrays stretches = ObservedPeriods.of(new SampleArrays(hours, values, new int[80], 1e-4, 0, 0));

        assertThat(stretches.unseenRise()).isEqualTo(7);
    }

    @Test
    void whatANewLifeBeginsWithDidNotRiseUnseen() {
        double[] hours = TrendFixture.column(40, i -> i < 20 ? i : i + 500);
        double[] values = TrendFixture.column(40, i -> i < 20 ? 3 : 10);
        SampleArrays stretches =
                ObservedPeriods.of(new SampleArrays(hours, values, TrendFixture.lives(20, 20), 1e-4, 0, 0));

        assertThat(stretches.lives()).isEqualTo(2);
        assertThat(stretches.unseen()).isEqualTo(501);
        assertThat(stretches.unseenRise()).isZero();
    }

    @Test
    void severalGapsAddUp() {
        double[] values = TrendFixture.column(30, i -> i < 10 ? 0 : i < 20 ? 5 : 3);
        SampleArrays stretches = ObservedPeriods.of(
                at(TrendFixture.column(30, i -> i + 100 * (i / 10))).withValues(values));

        assertThat(stretches.unseenRise()).isEqualTo(3);
    }

    private static SampleArrays at(double[] hours) {
        return new SampleArrays(hours, new double[hours.length], new int[hours.length], 1e-4, 0, 0);
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
