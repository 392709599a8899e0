package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.live.TrendRefresher.Seen;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.RunTally;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.session.SoakStatus;
import dev.seep.trend.Decision;
import dev.seep.trend.GrowthBounds;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the live table in the making: of a steady series without a limit or a trend, but for what is said of it. */
final class RowFixture {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    static final RunTally.Counts COUNTS = new RunTally.Counts(2, 1080, 10_800, 12);

    private final Target target;
    private Metric metric = Metric.unlimited("threads", Unit.COUNT, BadDirection.UP);
    private double[] values = {5, 5, 5};
    private double limit = Double.NaN;
    private @Nullable Trend trend;
    private Tendency tendency = Tendency.TOO_SHORT;

    private RowFixture(Target target) {
        this.target = target;
    }

    /** Of the container {@code app} of a pod. */
    static RowFixture of(String pod) {
        return new RowFixture(Target.container("shop", pod, "app", "deployment/" + pod.replaceAll("-.*", "")));
    }

    RowFixture metric(String name, Unit unit) {
        metric = Metric.unlimited(name, unit, BadDirection.UP);
        return this;
    }

    /** A value a minute. */
    RowFixture values(double... course) {
        values = course;
        return this;
    }

    RowFixture limit(double value) {
        limit = value;
        return this;
    }

    RowFixture trend(Tendency said, double perHour, double low, double high) {
        tendency = said;
        trend = trend(Decision.OPEN, 0, new Slope(perHour, low, high));
        return this;
    }

    static Trend trend(Decision decision, double evidence, Slope slope) {
        return trend(decision, Pattern.STEADY, evidence, slope);
    }

    static Trend trend(Decision decision, Pattern pattern, double evidence, Slope slope) {
        return new Trend(
                5,
                1,
                1,
                decision,
                pattern,
                evidence,
                slope,
                0,
                new GrowthBounds(Double.NaN, Double.NaN, Double.NaN),
                Double.NaN,
                List.of());
    }

    TableRow build() {
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + 60.0 * i);
        Series course = new Series(
                target.path() + " " + metric.name(),
                target,
                metric,
                List.of(new Incarnation("a", START, null)),
                seconds,
                values,
                new int[values.length],
                0,
                limit);
        double last = values.length == 0 ? Double.NaN : values[values.length - 1];
        return new TableRow(new RankedSeries(target, course, last, 0, 0), trend, tendency);
    }

    /** What a refresh sees, if these rows are all that there is. */
    static Seen seen(List<TableRow> rows) {
        List<Target> targets =
                rows.stream().map(row -> row.rankedSeries().target()).toList();
        return new Seen(rows, rows.size(), 0, new ShortNames(targets));
    }

    /** A moment of a run that has gone on for nine minutes. */
    static Frame frame(Seen seen) {
        return new Frame(
                "pods", status(Optional.empty(), "slow"), COUNTS, seen, seen.rows(), Optional.empty(), List.of());
    }

    /** Of a run that has gone on for nine minutes. */
    static SoakStatus status(Optional<Duration> left, @Nullable String trouble) {
        return new SoakStatus(
                START.plusSeconds(540),
                Duration.ofMinutes(9),
                left,
                2,
                2,
                1000,
                90_000,
                2800,
                Optional.ofNullable(trouble));
    }
}
