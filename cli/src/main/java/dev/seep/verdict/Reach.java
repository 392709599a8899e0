package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;

/**
 * How long until a growing series is at its limit.
 *
 * @param limit NaN if there is none
 * @param hours from the end of the run at the slope of the trend, NaN without a limit or growth
 * @param soonest at the upper end of the slope's interval
 * @param latest at its lower end, infinite if that is no growth
 */
record Reach(double limit, double hours, double soonest, double latest) {
    static Reach of(Series series, Trend trend) {
        double limit = series.limit().orElse(Double.NaN);
        if (Double.isNaN(limit) || series.size() == 0 || series.metric().bad() != BadDirection.UP) {
            return new Reach(limit, Double.NaN, Double.NaN, Double.NaN);
        }
        double room = Math.max(0, limit - recent(series));
        return new Reach(
                limit,
                trend.slopePerHour() > 0 ? room / trend.slopePerHour() : Double.NaN,
                room / Math.max(trend.slopeHigh(), 0),
                trend.slopeLow() > 0 ? room / trend.slopeLow() : Double.POSITIVE_INFINITY);
    }

    /** Mean of the last twentieth. */
    static double recent(Series series) {
        int n = series.size();
        int from = n - Math.max(1, n / 20);
        double sum = 0;
        for (int i = from; i < n; i++) {
            sum += series.value(i);
        }
        return sum / (n - from);
    }
}
