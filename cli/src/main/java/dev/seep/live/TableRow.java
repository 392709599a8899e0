package dev.seep.live;

import dev.seep.sample.Worded;
import dev.seep.trend.Decision;
import dev.seep.trend.Pattern;
import dev.seep.trend.Trend;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Row of the live table: a series with its trend so far.
 *
 * @param trend null if it was not fitted
 * @param tendency meaning of the trend while the run goes on; a leak is for the verdict to find
 */
record TableRow(RankedSeries rankedSeries, @Nullable Trend trend, Tendency tendency) {
    /** Judgements that are possible before the end of a run, those that matter most first. */
    enum Tendency implements Worded {
        GROWING,
        /** It rises, and the data cannot tell yet whether it goes on. */
        MAY_LEAK,
        NOISY,
        TOO_SHORT,
        SHRINKING,
        STEADY;

        /** @param needed evidence from which a series is said to grow, among all that are ranked */
        static Tendency of(Trend trend, double needed) {
            if (trend.decision() == Decision.GROWS && trend.twoLogBayesFactor() < needed) {
                return MAY_LEAK;
            }
            return switch (trend.decision()) {
                case GROWS -> GROWING;
                case OPEN -> MAY_LEAK;
                case SETTLES -> trend.pattern() == Pattern.SHRINKING ? SHRINKING : STEADY;
                case NOISY -> NOISY;
                case SHORT -> TOO_SHORT;
            };
        }

        /** As the reports say it to people: {@code may leak}. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether its course shows one value alone. */
    boolean isConstant() {
        DoubleSummaryStatistics values = rankedSeries.course().values().summaryStatistics();
        return values.getMin() == values.getMax();
    }

    /** Growth per hour, NaN if nothing can be said. */
    double slope() {
        return trend == null ? Double.NaN : trend.slope().perHour();
    }

    /** Hours until the limit at this slope, NaN without a limit or growth. */
    double hoursToLimit() {
        double limit = rankedSeries.course().limit().orElse(Double.NaN);
        boolean grows = slope() > 0 && (tendency == Tendency.GROWING || tendency == Tendency.MAY_LEAK);
        return grows ? Math.max(0, limit - rankedSeries.value()) / slope() : Double.NaN;
    }
}
