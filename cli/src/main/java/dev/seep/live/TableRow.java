package dev.seep.live;

import dev.seep.trend.Decision;
import dev.seep.trend.Trend;
import org.jspecify.annotations.Nullable;

/**
 * A series with what can be said of it so far.
 *
 * @param trend null if it was not fitted
 * @param word what the trend means while the run goes on; a leak is for the verdict to find
 */
record TableRow(RankedSeries rankedSeries, @Nullable Trend trend, Word word) {
    /** What can be said before the end. */
    enum Word {
        GROWING,
        /** It rises, and the data cannot tell yet whether it goes on. */
        OPEN,
        FLAT,
        NOISY,
        EARLY;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** @param needed evidence from which a series is said to grow, among all that were looked at */
        static Word of(Trend trend, double needed) {
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

    /** Until the limit at this pace, NaN without a limit or growth. */
    double hoursToLimit() {
        double limit = rankedSeries.course().limit().orElse(Double.NaN);
        boolean grows = slope() > 0 && (word == Word.GROWING || word == Word.OPEN);
        return grows ? Math.max(0, limit - rankedSeries.value()) / slope() : Double.NaN;
    }
}
