package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;

/**
 * Harm that a series could do at the fastest growth that the data allow: the limit, and the hours until it is reached.
 *
 * @param limit value that must not be reached, in the metric's unit: that of the metric itself, else its natural one,
 *     else twice the highest that it has lived with, as where it is above its natural one already
 * @param own whether that limit is the metric's own
 * @param room from the recent mean to that limit, in the metric's unit, not negative
 * @param perHour the fastest growth, in the metric's unit per hour
 * @param horizon hours within which it matters
 * @param seen hours without a break that were seen
 * @param hoursOfAll hours from the first to the last sample
 */
record Harm(double limit, boolean own, double room, double perHour, double horizon, double seen, double hoursOfAll) {
    private static final double MOST_LONGER = 10;

    /** @param natural limit where the series has none of its own, NaN for none */
    static Harm of(Series series, Trend trend, double natural, Allowance allowance) {
        boolean down = series.metric().bad() == BadDirection.DOWN;
        double limit = down ? 0 : limit(series, natural);
        double recent = recent(series);
        return new Harm(
                limit,
                !down && series.limit().isPresent(),
                Math.max(0, down ? recent : limit - recent),
                trend.bounds().fastestPerHour(),
                Horizon.of(allowance, trend.lifeHours()),
                trend.lifeHours(),
                trend.hours());
    }

    private static double limit(Series series, double natural) {
        if (series.limit().isPresent()) {
            return series.limit().getAsDouble();
        }
        double highest = Math.max(0, series.values().max().orElse(0));
        return natural > highest ? natural : 2 * highest;
    }

    /** Mean of the last twentieth of the samples, NaN if there are none. */
    private static double recent(Series series) {
        int n = series.size();
        int from = Math.max(0, n - Math.max(1, n / 20));
        double sum = 0;
        for (int i = from; i < n; i++) {
            sum += series.value(i);
        }
        return sum / (n - from);
    }

    /** Hours until the limit is reached at the fastest growth, infinite if it never is. */
    double hours() {
        return hoursAt(perHour);
    }

    /** The same at another rate. */
    double hoursAt(double rate) {
        return rate > 0 ? room / rate : Double.POSITIVE_INFINITY;
    }

    /** The same where the limit is its own, NaN where it is not or is never reached. */
    double hoursToOwnLimitAt(double rate) {
        return own && rate > 0 ? hoursAt(rate) : Double.NaN;
    }

    boolean isPossible() {
        return hours() <= horizon;
    }

    /**
     * Hours that must be seen for hidden growth to be harmless, NaN if that is more than ten times as long: the error
     * of a slope falls with the power 3/2 of the length, and a horizon that is a multiple of the length grows with it.
     */
    double hoursToTell() {
        boolean fixed = horizon != Horizon.TIMES * seen;
        double factor = Math.pow(horizon / hours(), fixed ? 2.0 / 3 : 2);
        return factor > MOST_LONGER ? Double.NaN : Math.max(Trend.LEAST_LONGER, factor) * hoursOfAll;
    }
}
