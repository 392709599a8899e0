package dev.seep.live;

import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Target;

/**
 * A series of a run in progress with the score by which it is ranked.
 *
 * @param course the thinned series of the present life, with its limit
 * @param value the last one
 * @param rise mean of the last third less that of the first, in the metric's unit
 * @param score the rise against the unrest of the series: above 1 it sticks out
 */
record RankedSeries(Target target, Series course, double value, double rise, double score) {
    Metric metric() {
        return course.metric();
    }

    String name() {
        return course.name();
    }
}
