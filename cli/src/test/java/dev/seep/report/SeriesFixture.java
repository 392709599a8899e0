package dev.seep.report;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Series by hand: a sample every quarter of an hour, value by value, and the run that they were seen in. */
final class SeriesFixture {
    static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    static final Metric THREADS = Metric.unlimited("threads", Unit.COUNT, BadDirection.UP);
    private static final int EVERY_SECONDS = 900;

    private SeriesFixture() {}

    static Series of(double... values) {
        return of("web-1", THREADS, values);
    }

    static Series of(String pod, Metric metric, double... values) {
        return lives(pod, metric, values);
    }

    /** Each array a life that goes on a quarter of an hour after the one before. */
    static Series lives(String pod, Metric metric, double[]... lives) {
        double[] values = Arrays.stream(lives).flatMapToDouble(Arrays::stream).toArray();
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + (double) EVERY_SECONDS * i);
        int[] life = IntStream.range(0, lives.length)
                .flatMap(i -> IntStream.generate(() -> i).limit(lives[i].length))
                .toArray();
        List<Incarnation> incarnations = IntStream.range(0, lives.length)
                .mapToObj(i -> new Incarnation("life" + i, START, null))
                .toList();
        Target target = Target.container("shop", pod, "app", "deployment/web");
        return new Series(
                target.path() + " " + metric.name(),
                target,
                metric,
                incarnations,
                seconds,
                values,
                life,
                0,
                Double.NaN);
    }

    /** A run from the first sample until the last one of the longest. */
    static Run run(Series... series) {
        int most = Arrays.stream(series).mapToInt(Series::size).max().orElse(1);
        return new Run(
                START,
                START.plusSeconds((long) EVERY_SECONDS * Math.max(1, most - 1)),
                Duration.ofSeconds(EVERY_SECONDS),
                most,
                most,
                0,
                series.length,
                List.of(series),
                List.of());
    }
}
