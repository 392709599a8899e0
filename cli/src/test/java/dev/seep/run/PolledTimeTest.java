package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.store.RunPlan;
import dev.seep.store.SampleFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a run was polled, when it is to go on. */
class PolledTimeTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T21:00:00Z");
    private static final Metric DISK = Metric.unlimited("disk.used", Unit.BYTES, BadDirection.UP);

    private final List<Series> series = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Test
    void whatIsMeasuredEveryFiveMinutesIsPolledAllTheTime() {
        sampled(0, 480, 5);

        assertThat(polled()).isEqualTo(Duration.ofMinutes(475));
    }

    @Test
    void podsThatAreReplacedEachDayAreOneRun() {
        sampled(0, 1440, 1);
        sampled(1440, 2880, 1);
        sampled(2880, 4320, 1);

        assertThat(polled()).isEqualTo(Duration.ofMinutes(4319));
    }

    @Test
    void interruptionsAreLeftOut() {
        sampled(0, 61, 1);
        resumed(160);
        sampled(160, 200, 1);
        resumed(300);
        sampled(300, 321, 1);

        assertThat(polled()).isEqualTo(Duration.ofMinutes(60 + 39 + 20));
    }

    private Duration polled() {
        Instant last = BEGIN;
        for (Series one : series) {
            Instant end = Instant.ofEpochMilli(Math.round(one.seconds(one.size() - 1) * 1e3));
            last = end.isAfter(last) ? end : last;
        }
        Run run = new Run(BEGIN, last, Duration.ofSeconds(30), 0, 0, 0, 1, series, events);
        RunPlan plan = new RunPlan(
                "test",
                BEGIN,
                "host",
                "local",
                null,
                Duration.ofSeconds(30),
                SampleFormat.JSONL,
                Map.of(),
                Map.of(),
                List.of(DISK));
        return PolledTime.of(run, plan).polled();
    }

    private void sampled(int fromMinute, int toMinute, int step) {
        double[] seconds = IntStream.iterate(fromMinute, minute -> minute < toMinute, minute -> minute + step)
                .mapToDouble(minute -> BEGIN.getEpochSecond() + 60.0 * minute)
                .toArray();
        series.add(new Series(
                "s" + series.size(),
                null,
                DISK,
                List.of(new Incarnation("a", BEGIN, null)),
                seconds,
                new double[seconds.length],
                new int[seconds.length],
                0,
                Double.NaN));
    }

    private void resumed(int minute) {
        events.add(new Event(BEGIN.plus(Duration.ofMinutes(minute)), Event.Type.RESUMED, null, null, Map.of()));
    }
}
