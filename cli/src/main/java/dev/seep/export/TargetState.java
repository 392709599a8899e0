package dev.seep.export;

import dev.seep.sample.BadDirection;
import dev.seep.sample.BoundedSeries;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** State of one target: its last values, and the courses of metrics that may leak. Safe for use by several threads. */
final class TargetState {
    /** The fit of a trend uses 60 means at the most: there are always as many points. */
    private static final int ROOM = 128;

    private final Target target;
    private final List<Metric> metrics;
    private final @Nullable BoundedSeries[] courses;
    private final int window;
    private final TreeMap<Integer, Incarnation> lives = new TreeMap<>();
    private volatile double[] latest;
    private volatile String labels;
    private volatile boolean here;

    /** @param window of the courses, in tenths of a second */
    TargetState(Target target, List<Metric> metrics, int window) {
        this.target = target;
        this.metrics = metrics;
        this.window = window;
        this.courses = new BoundedSeries[metrics.size()];
        this.latest = new double[metrics.size()];
        Arrays.fill(latest, Double.NaN);
        this.labels = Labels.of(target, "");
    }

    /** It is there, on this node, with this life. */
    synchronized void arrived(Event event) {
        here = true;
        labels = Labels.of(target, event.detail().getOrDefault("node", ""));
        if (event.life() != null) {
            live(event.life(), event.time(), event.detail().get("reason"));
        }
    }

    /** @param now whether this is the latest of it, and not an earlier record */
    synchronized void observe(Observation observation, int tenths, boolean now) {
        double[] values = latest.clone();
        int life = live(observation.life(), observation.time(), null);
        for (int i = 0; i < values.length; i++) {
            String name = metrics.get(i).name();
            Double value = observation.values().get(name);
            if (value != null && Double.isFinite(value)) {
                values[i] = value;
                follow(i, tenths, value, life);
            } else if (observation.gaps().keySet().stream().anyMatch(key -> Observation.covers(key, name))) {
                values[i] = Double.NaN;
            }
        }
        if (now) {
            latest = values;
        }
    }

    private void follow(int metric, int tenths, double value, int life) {
        if (metrics.get(metric).bad() != BadDirection.NEITHER) {
            BoundedSeries course = courses[metric];
            if (course == null) {
                course = BoundedSeries.ofSamples(ROOM, window);
                courses[metric] = course;
            }
            course.add(tenths, value, life);
        }
    }

    private int live(String id, Instant seen, @Nullable String previousEnd) {
        Map.Entry<Integer, Incarnation> last = lives.lastEntry();
        if (last != null && last.getValue().id().equals(id)) {
            return last.getKey();
        }
        int number = last == null ? 0 : last.getKey() + 1;
        lives.put(number, new Incarnation(id, seen, previousEnd));
        if (lives.size() > ROOM) {
            lives.pollFirstEntry();
        }
        return number;
    }

    Target target() {
        return target;
    }

    boolean isHere() {
        return here;
    }

    String labels() {
        return labels;
    }

    /** The last value of a metric, NaN if there is none. */
    double latest(int metric) {
        return latest[metric];
    }

    /** Series that may leak, for the judging half. */
    synchronized List<Series> series(Instant epoch) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < courses.length; i++) {
            BoundedSeries course = courses[i];
            if (course != null) {
                all.add(series(metrics.get(i), course.points(), epoch.toEpochMilli() / 1e3));
            }
        }
        return all;
    }

    private Series series(Metric metric, BoundedSeries.Points points, double epoch) {
        int firstLife = lives.firstKey();
        int from = 0;
        while (from < points.size() && points.lives()[from] < firstLife) {
            from++;
        }
        int n = points.size() - from;
        int[] life = new int[n];
        for (int i = 0; i < n; i++) {
            life[i] = points.lives()[from + i] - firstLife;
        }
        return new Series(
                target.series(metric.name()),
                target,
                metric,
                List.copyOf(lives.values()),
                Arrays.copyOfRange(points.seconds(epoch), from, points.size()),
                Arrays.copyOfRange(points.values(), from, points.size()),
                life,
                0,
                metric.limit().value(this::latest));
    }

    private double latest(String name) {
        for (int i = 0; i < latest.length; i++) {
            if (metrics.get(i).name().equals(name)) {
                return latest[i];
            }
        }
        return Double.NaN;
    }
}
