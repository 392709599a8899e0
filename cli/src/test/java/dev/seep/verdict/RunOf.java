package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.RunIntent;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of a few events and of series that stand still or rise, for what needs no statistics. */
final class RunOf {
    static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    static final Duration LENGTH = Duration.ofMinutes(5);

    private RunOf() {}

    static Target pod(String name) {
        return Target.container("shop", name, "app", "deployment/web");
    }

    static Event event(int second, Event.Type type, @Nullable Target target, String... detail) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < detail.length; i += 2) {
            words.put(detail[i], detail[i + 1]);
        }
        return new Event(START.plusSeconds(second), type, target, "life" + second, words);
    }

    static Event restarted(int second, Target target, String reason) {
        return event(second, Event.Type.RESTARTED, target, "reason", reason);
    }

    /** 60 samples, five seconds apart, each so much more than the one before. */
    static Series series(Target target, String metric, double step, int gaps) {
        Metric of = count(metric);
        double[] seconds = new double[60];
        double[] values = new double[60];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + 5.0 * i);
        Arrays.setAll(values, i -> 10 + step * i);
        List<Incarnation> lives = List.of(new Incarnation("a", START, null));
        return new Series(
                target.path() + " " + metric, target, of, lives, seconds, values, new int[60], gaps, Double.NaN);
    }

    /** Counts, one minute apart, the first of them when the run is so many minutes old. */
    static Series counted(Target target, String metric, int minute, double... values) {
        return of(target, count(metric), minute, Double.NaN, values);
    }

    /** The same of any metric, with a limit, which is NaN for none. */
    static Series of(@Nullable Target target, Metric metric, int minute, double limit, double... values) {
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + 60.0 * (minute + i));
        List<Incarnation> lives = List.of(new Incarnation("from " + minute, START, null));
        String name = (target == null ? "" : target.path() + " ") + metric.name();
        return new Series(name, target, metric, lives, seconds, values, new int[values.length], 0, limit);
    }

    /** So many times the same. */
    static double[] flat(int samples, double value) {
        double[] values = new double[samples];
        Arrays.fill(values, value);
        return values;
    }

    static Metric count(String name) {
        return Metric.unlimited(name, Unit.COUNT, BadDirection.UP);
    }

    static Metric bytes(String name) {
        return Metric.unlimited(name, Unit.BYTES, BadDirection.UP);
    }

    static Run run(List<Series> series, Event... events) {
        return new Run(START, START.plus(LENGTH), Duration.ofSeconds(5), 60, 60, 0, 1, series, Arrays.asList(events));
    }

    /** One of eight hours. */
    static Run eightHours(List<Series> series, Event... events) {
        Instant end = START.plus(Duration.ofHours(8));
        return new Run(START, end, Duration.ofMinutes(1), 480, 480, 0, 1, series, Arrays.asList(events));
    }

    static Run meantFor(@Nullable Duration length, List<String> asked, Run run) {
        return run.meantAs(new RunIntent(asked, length));
    }
}
