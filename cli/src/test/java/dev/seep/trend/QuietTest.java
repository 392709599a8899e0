package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {
    @Test
    void ofABatchLoadOnlyTheIdleTimesAreLeft() {
        Blocks quiet = of(SeriesFixture.of("8h every 1m").level(100).bursts(300, "1h", "20m"));

        assertThat(quiet.view()).isEqualTo(Blocks.View.QUIET);
        assertThat(quiet.phase()).isZero();
        assertThat(Arrays.stream(quiet.value())).containsOnly(100.0);
    }

    @Test
    void whatTheBatchesLeaveBehindShows() {
        Blocks quiet = of(SeriesFixture.of("8h every 1m")
                .level(100)
                .bursts(300, "1h", "20m")
                .slope(4));

        double rise = quiet.value()[quiet.size() - 1] - quiet.value()[0];
        double hours = quiet.time()[quiet.size() - 1] - quiet.time()[0];
        assertThat(rise / hours).isCloseTo(4, within(1e-6));
    }

    @Test
    void aStayIsSeenWithoutItsEdges() {
        // 40 idle minutes of each hour, without the first and the last: 38, in eight hours.
        SampleArrays seen = samples(SeriesFixture.of("8h every 1m")
                .bursts(300, "1h", "20m")
                .plus(second -> second % 3600 == 1200 || second % 3600 == 3540 ? 50 : 0));
        Blocks quiet = IdlePhases.of(seen).orElseThrow();

        assertThat(Arrays.stream(quiet.value())).containsOnly(0.0);
    }

    @Test
    void ofAShortStayNothingIsLeftOut() {
        // Three idle minutes of every ten, so that their edges are two of three.
        Blocks quiet = of(SeriesFixture.of("8h every 1m").bursts(300, "10m", "7m"));

        assertThat(quiet.size()).isEqualTo(60);
        assertThat(Arrays.stream(quiet.value())).containsOnly(0.0);
    }

    @Test
    void whatTheRunBeginsWithIsIdleIfTheFirstJumpGoesUp() {
        SampleArrays idleFirst = samples(column(80, i -> i % 20 < 10 ? 0 : 100));
        Blocks quiet = IdlePhases.of(idleFirst).orElseThrow();

        assertThat(quiet.value()).containsOnly(0);
        // Each of the four idle stays of ten samples loses two.
        assertThat(quiet.size()).isEqualTo(32);
        assertThat(quiet.time()[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"4h, true", "3h, false"})
    void itTakesThreeJumpsEachWay(String length, boolean seen) {
        SampleArrays samples = samples(
                SeriesFixture.of(length + " every 1m").bursts(300, "1h", "20m").noise(1));

        assertThat(IdlePhases.of(samples).isPresent()).isEqualTo(seen);
    }

    @Test
    void aSawtoothHasNoStates() {
        assertThat(IdlePhases.of(samples(SeriesFixture.of("8h every 1m").sawtooth(30, "1h"))))
                .isEmpty();
    }

    @Test
    void noiseHasNoStates() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(IdlePhases.of(
                            samples(SeriesFixture.of("8h every 1m").seed(seed).noise(5))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aLoadThatIsNeverStillHasNoStates() {
        // Within a state it moves by 13 of about 100 from poll to poll.
        SampleArrays unstill = samples(column(400, i -> (i % 20 < 10 ? 0 : 100) + (i % 2 == 0 ? 0 : 15)));
        SampleArrays still = samples(column(400, i -> (i % 20 < 10 ? 0 : 100) + (i % 2 == 0 ? 0 : 5)));

        assertThat(IdlePhases.of(unstill)).isEmpty();
        assertThat(IdlePhases.of(still)).isPresent();
    }

    @Test
    void aFifthOfTheSamplesMustBeIdle() {
        assertThat(IdlePhases.of(samples(SeriesFixture.of("8h every 1m").bursts(300, "1h", "44m"))))
                .isPresent();
        assertThat(IdlePhases.of(samples(SeriesFixture.of("8h every 1m").bursts(300, "1h", "50m"))))
                .isEmpty();
    }

    @Test
    void eighteenSamplesMustBeIdle() {
        // Four idle stays of three samples are twelve, of five samples without their edges too.
        assertThat(IdlePhases.of(samples(column(32, i -> i % 8 < 5 ? 100 : 0)))).isEmpty();
        assertThat(IdlePhases.of(samples(column(48, i -> i % 8 < 5 ? 100 : 0)))).isPresent();
    }

    @Test
    void severalLivesAreNotSeenWhileIdle() {
        assertThat(IdlePhases.of(samples(
                        SeriesFixture.of("8h every 1m").bursts(300, "1h", "20m").restart("4h"))))
                .isEmpty();
    }

    private static Blocks of(SeriesFixture fixture) {
        return IdlePhases.of(samples(fixture)).orElseThrow();
    }
}
