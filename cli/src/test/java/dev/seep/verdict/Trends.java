package dev.seep.verdict;

import dev.seep.trend.Decision;
import dev.seep.trend.GrowthBounds;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import java.util.List;

/** Trends as the mathematics might give them, eight hours long around a level of 100. */
final class Trends {
    static final double HOURS = 8;
    private static final double DETECTABLE = 2;

    private Trends() {}

    /** Growth by so much an hour, its interval a tenth of it to either side. */
    static Trend grows(double evidence, double perHour) {
        return of(Decision.GROWS, Pattern.GROWTH, evidence, perHour, perHour * HOURS, 1.1 * perHour);
    }

    /** Settled, so that 2 an hour would have shown. */
    static Trend settles(Pattern pattern) {
        return settles(pattern, DETECTABLE);
    }

    /** The same, so that so much would have shown. */
    static Trend settles(Pattern pattern, double detectable) {
        return of(Decision.SETTLES, pattern, -6, 0, 0, 1, detectable);
    }

    /** Noise in which so much growth could hide. */
    static Trend noisy(double fastest) {
        return of(Decision.NOISY, Pattern.ERRATIC, 0, 0, 0, fastest);
    }

    /** A rise of 16 that may go on so fast; twelve hours would show whether it does. */
    static Trend open(double fastest) {
        return of(Decision.OPEN, Pattern.WARM_UP, 1, 0, 16, fastest);
    }

    static Trend tooShort() {
        return of(Decision.SHORT, Pattern.TOO_SHORT, 0, 0, 0, 0);
    }

    private static Trend of(
            Decision decision, Pattern pattern, double evidence, double perHour, double rise, double fastest) {
        return of(decision, pattern, evidence, perHour, rise, fastest, DETECTABLE);
    }

    private static Trend of(
            Decision decision,
            Pattern pattern,
            double evidence,
            double perHour,
            double rise,
            double fastest,
            double detectable) {
        return new Trend(
                100,
                HOURS,
                HOURS,
                decision,
                pattern,
                evidence,
                new Slope(perHour, 0.9 * perHour, 1.1 * perHour),
                rise,
                new GrowthBounds(0, fastest, detectable),
                12,
                List.of());
    }
}
