package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.trend.GrowthBounds;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the live table in the making: of a steady series without a limit or a trend, but for what is said of it. */
final class RowFixture {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    private final Target target;
    private Metric metric = Metric.unlimited("threads", Unit.COUNT, BadDirection.UP);
    private double[] values = {5, 5, 5};
    private double limit = Double.NaN;
    private @Nullable Trend trend;
    private Tendency tendency = Tendency.EARLY;

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
        return new Trend(
                5,
                1,
                1,
                decision,
                Pattern.STEADY,
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
}
