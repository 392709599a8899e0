package dev.seep.verdict;

import dev.seep.sample.Quantity;
import dev.seep.verdict.policy.Allowance;

/**
 * How far ahead reaching a limit does harm, in hours. Data do not carry further than some multiple of the time in which
 * they were seen, so by default it is ten times that, and never more than 30 days.
 */
final class Horizon {
    /** How many times the length of a run. */
    static final int TIMES = 10;

    private static final double MOST = 30 * 24;

    private Horizon() {}

    /** @param hours without a break that were seen */
    static double of(Allowance allowance, double hours) {
        return allowance.horizon() == null
                ? Math.min(TIMES * hours, MOST)
                : allowance.horizon().toSeconds() / 3600.0;
    }

    /** Hours, and where they come from: {@code 80 h, ten times the run}. */
    static String words(Allowance defaults, double runHours) {
        double hours = of(defaults, runHours);
        boolean multiple = defaults.horizon() == null && hours < MOST;
        return Quantity.ofHours(hours) + (multiple ? ", ten times the run" : "");
    }
}
