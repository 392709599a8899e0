package dev.seep.live;

import dev.seep.sample.BoundedSeries;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The courses of all metrics of one life of a target in bounded memory, each named by its index. Not safe for use by
 * several threads.
 */
final class SeriesHistory {
    private static final int ROOM = 48;

    private @Nullable BoundedSeries[] courses = {};
    private double[] latest = {};

    /** @param kept whether the course is kept too, and not only the latest value */
    void value(int metric, double atSeconds, double value, boolean kept) {
        makeRoomFor(metric);
        latest[metric] = value;
        BoundedSeries course = courses[metric];
        if (kept && course == null) {
            course = BoundedSeries.ofMeans(ROOM);
            courses[metric] = course;
        }
        if (kept && course != null) {
            course.add((int) Math.round(atSeconds * 10), value, 0);
        }
    }

    private void makeRoomFor(int metric) {
        int before = latest.length;
        if (metric >= before) {
            courses = Arrays.copyOf(courses, metric + 1);
            latest = Arrays.copyOf(latest, metric + 1);
            Arrays.fill(latest, before, metric + 1, Double.NaN);
        }
    }

    /** How many courses are kept. */
    int courses() {
        int kept = 0;
        for (BoundedSeries course : courses) {
            kept += course == null ? 0 : 1;
        }
        return kept;
    }

    boolean has(int metric) {
        return metric < courses.length && courses[metric] != null;
    }

    /** The last value, NaN if there was none. */
    double latest(int metric) {
        return metric < latest.length ? latest[metric] : Double.NaN;
    }

    /** The course of a metric that {@linkplain #has there is}. */
    SeriesSummary course(int metric) {
        return new SeriesSummary(Objects.requireNonNull(courses[metric]).points());
    }
}
