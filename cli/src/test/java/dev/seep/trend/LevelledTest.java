package dev.seep.trend;

import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelledTest {
    @Test
    void ofAPureSawtoothTheLevelIsLeft() {
        Blocks levelled = of(SeriesFixture.of("8h every 1m").level(100).sawtooth(30, "1h"));

        assertThat(levelled.view()).isEqualTo(Blocks.View.LEVELLED);
        assertThat(levelled.lives()).isEqualTo(1);
        assertThat(Arrays.stream(levelled.value()))
                .allSatisfy(each -> assertThat(each).isCloseTo(100, within(1e-9)));
    }

    @Test
    void aLeakBelowTheTeethIsLeft() {
        Blocks levelled =
                of(SeriesFixture.of("8h every 1m").level(100).sawtooth(30, "1h").slope(2));

        // What grows within a cycle counts as its tooth: each level is that of the bottom of its cycle.
        assertThat(levelled.value()[0]).isCloseTo(102, within(0.2));
        assertThat(levelled.value()[levelled.size() - 1]).isCloseTo(114, within(0.2));
    }

    @Test
    void whatIsBeforeTheFirstDropIsNoWholeCycle() {
        Blocks levelled = of(SeriesFixture.of("8h every 1m").sawtooth(30, "1h"));

        // Times are those since the first sample, which is not part of it any more.
        assertThat(levelled.time()[0]).isGreaterThan(1);
    }

    @Test
    void aPollThatSlipsMovesItByWhatAToothPutsOnInAPoll() {
        assertThat(of(SeriesFixture.of("8h every 1m").sawtooth(30, "1h")).phase())
                .isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"5h, 4", "4h, 3"})
    void itTakesFourDrops(String length, int drops) {
        SampleArrays samples = samples(
                SeriesFixture.of(length + " every 1m").sawtooth(30, "1h").noise(1));

        assertThat(JumpDetector.of(samples)).hasSize(drops);
        assertThat(SawtoothDetrended.of(samples).isPresent()).isEqualTo(drops >= 4);
    }

    @Test
    void ofTwelveCyclesOrMoreEachIsOneValue() {
        Blocks levelled = of(
                SeriesFixture.of("20h every 1m").level(100).sawtooth(30, "1h").noise(1));

        assertThat(levelled.size()).isEqualTo(19);
        assertThat(levelled.time()[1] - levelled.time()[0]).isCloseTo(1, within(0.02));
    }

    @Test
    void ofFewerCyclesTheSamplesAreTheBlocks() {
        assertThat(of(SeriesFixture.of("8h every 1m").level(100).sawtooth(30, "1h"))
                        .size())
                .isEqualTo(60);
    }

    @Test
    void aSawtoothOfLevelsIsLevelledAgain() {
        // Small collections every half an hour leave 24 in six hours, which the large one takes.
        SeriesFixture nested = SeriesFixture.of("48h every 1m")
                .level(100)
                .sawtooth(30, "30m")
                .plus(second -> 8 * (Math.floor(second / 1800) % 6));

        Blocks levelled = of(nested);

        double least = Arrays.stream(levelled.value()).min().orElseThrow();
        double most = Arrays.stream(levelled.value()).max().orElseThrow();
        assertThat(most - least).isLessThan(8);
    }

    @Test
    void aHeapThatIsCollectedWhenFullFillsUpByTheSameInEveryCycle() {
        // Cycles of 20 and 80 minutes, each up to 30: per hour they differ, per cycle they do not.
        SeriesFixture full = SeriesFixture.of("8h20m every 1m").level(100).plus(second -> {
            double minute = second / 60 % 100;
            return 30 * (minute < 20 ? minute / 20 : (minute - 20) / 80);
        });

        // The last cycle is not over, and its length is taken to be the time until the last poll.
        assertThat(Arrays.stream(of(full).value()))
                .allSatisfy(each -> assertThat(each).isCloseTo(100, within(0.4)));
    }

    @Test
    void theLastCycleIsNotTakenToBeFullWhenTheRunEnds() {
        // As before, but the last cycle of 80 minutes is cut after 10, at 4 of 30.
        SeriesFixture cut = SeriesFixture.of("530m every 1m").level(100).plus(second -> {
            double minute = second / 60 % 100;
            return 30 * (minute < 20 ? minute / 20 : (minute - 20) / 80);
        });

        assertThat(Arrays.stream(of(cut).value()))
                .allSatisfy(each -> assertThat(each).isCloseTo(100, within(3.0)));
    }

    @Test
    void fallsAfterWhichItFillsUpAtOnceAreNoTeeth() {
        SeriesFixture filled = SeriesFixture.of("400m every 1m").plus(second -> Math.min(100, 20 * (second / 60 % 40)));
        SeriesFixture even = SeriesFixture.of("400m every 1m").plus(second -> 2.5 * (second / 60 % 40));

        assertThat(JumpDetector.of(samples(filled)))
                .isEqualTo(JumpDetector.of(samples(even)))
                .hasSize(9);
        assertThat(SawtoothDetrended.of(samples(filled))).isEmpty();
        assertThat(SawtoothDetrended.of(samples(even))).isPresent();
    }

    @Test
    void aSteadyAllocationPutsOnTheSameInEveryHour() {
        SeriesFixture steady = SeriesFixture.of("8h20m every 1m").level(100).plus(second -> {
            double minute = second / 60 % 100;
            return minute < 45 ? minute : minute - 45;
        });

        assertThat(Arrays.stream(of(steady).value()))
                .allSatisfy(each -> assertThat(each).isCloseTo(100, within(1e-6)));
    }

    @Test
    void noiseIsNoSawtooth() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(SawtoothDetrended.of(
                            samples(SeriesFixture.of("8h every 1m").seed(seed).noise(5))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aLoadThatJumpsUpAsOftenAsDownIsNoSawtooth() {
        SeriesFixture load =
                SeriesFixture.of("8h every 1m").bursts(30, "1h", "30m").noise(1);

        assertThat(SawtoothDetrended.of(samples(load))).isEmpty();
    }

    @Test
    void cyclesOfFewerThanFourSamplesAreNotSeen() {
        SeriesFixture fast = SeriesFixture.of("2h every 1m").sawtooth(30, "3m");

        assertThat(SawtoothDetrended.of(samples(fast))).isEmpty();
    }

    @Test
    void severalLivesHaveNoTeethInCommon() {
        SeriesFixture twice =
                SeriesFixture.of("16h every 1m").sawtooth(30, "1h").restart("8h");

        assertThat(SawtoothDetrended.of(samples(twice))).isEmpty();
    }

    private static Blocks of(SeriesFixture fixture) {
        return SawtoothDetrended.of(samples(fixture)).orElseThrow();
    }
}
