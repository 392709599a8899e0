package dev.seep.live;

import dev.seep.sample.Worded;
import dev.seep.trend.Decision;
import dev.seep.trend.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Row of the live table: a series with its trend so far.
 *
 * @param trend null if it was not fitted
 * @param tendency meaning of the trend while the run goes on; a leak is for the verdict to find
 */
record TableRow(RankedSeries rankedSeries, @Nullable Trend trend, Tendency tendency) {
    /** Judgements that are possible before the end of a run. */
    enum Tendency implements Worded {
        GROWING,
        /** It rises, and the data cannot tell yet whether it goes on. */
        OPEN,
        FLAT,
        NOISY,
        EARLY;

        /** @param needed evidence from which a series is said to grow, among all that are ranked */
        static Tendency of(Trend trend, double needed) {
            if (trend.decision() == Decision.GROWS && trend.twoLogBayesFactor() < needed) {
                return OPEN;
            }
            return switch (trend.decision()) {
                case GROWS -> GROWING;
                case OPEN -> OPEN;
                case SETTLES -> FLAT;
                case NOISY -> NOISY;
                case SHORT -> EARLY;
            };
        }
    }

    /** Growth per hour, NaN if nothing can be said. */
    double slope() {
        return trend == null ? Double.NaN : trend.slope().perHour();
    }

    /** Hours until the limit at this slope, NaN without a limit or growth. */
    double hoursToLimit() {
        double limit = rankedSeries.course().limit().orElse(Double.NaN);
        boolean grows = slope() > 0 && (tendency == Tendency.GROWING || tendency == Tendency.OPEN);
        return grows ? Math.max(0, limit - rankedSeries.value()) / slope() : Double.NaN;
    }
}
