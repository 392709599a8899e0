package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.bench.WrongClock.Base;
import dev.seep.bench.WrongClock.Place;
import dev.seep.sample.Series;
import dev.seep.store.csv.Columns;
import dev.seep.store.csv.ForeignCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrongClockTest {
    private static final Base LEAK = new Base(ClockCourse.CLEAN_LEAK, 0.5, 60);

    private static final Columns COLUMNS = Columns.parse("time=time,series=series,value=value,life=life,unit=unit");

    @TempDir
    Path folder;

    private static SampleList samples(WrongClock clock) {
        return clock.samples(LEAK, new Random(1));
    }

    private static Series series(WrongClock clock) {
        return samples(clock).series("a", WrongClock.unit());
    }

    @ParameterizedTest
    @EnumSource
    void isTheSeriesThatTheStoreReadsFromSuchAFile(Place place) throws IOException {
        SampleList samples = samples(new WrongClock(place, true, 2, 3));
        Path file = Files.writeString(folder.resolve("wrong.csv"), samples.csv("a", WrongClock.unit()));

        Series read = ForeignCsv.read(file, COLUMNS).series().get(0);

        assertThat(samples.series("a", WrongClock.unit()))
                .usingRecursiveComparison()
                .ignoringFields("limit")
                .isEqualTo(read);
    }

    @Test
    void strayBeforeStandsAtTheLevelAtWhichTheStretchBegins() {
        Series series = series(new WrongClock(Place.BEFORE, false, 1, 8));

        assertThat(series.size()).isEqualTo(61);
        assertThat(series.seconds(1) - series.seconds(0)).isEqualTo(8 * 60 * 30);
        assertThat(series.value(0)).isEqualTo(series.value(1));
        assertThat(series.lives()).hasSize(1);
    }

    @Test
    void displacedSampleKeepsItsValueAndLeavesItsPlace() {
        Series series = series(new WrongClock(Place.DISPLACED_LATE, false, 1, 2));
        Series without = series(new WrongClock(Place.BEFORE, false, 0, 0));

        assertThat(series.size()).isEqualTo(60);
        assertThat(series.value(59)).isEqualTo(without.value(30));
        assertThat(series.value(30)).isEqualTo(without.value(31));
    }

    @Test
    void leakGoesOnInAHoleButNotInSleep() {
        Series hole = series(new WrongClock(Place.HOLE, false, 0, 2));
        Series sleep = series(new WrongClock(Place.SLEEP, false, 0, 2));

        assertThat(hole.value(30) / hole.value(0)).isBetween(2.24, 2.26);
        assertThat(sleep.value(30) / sleep.value(0)).isBetween(1.24, 1.26);
        assertThat(sleep.seconds(30)).isEqualTo(hole.seconds(30));
    }
}
