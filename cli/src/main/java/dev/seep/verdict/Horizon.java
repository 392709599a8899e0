package dev.seep.verdict;

import dev.seep.sample.Quantity;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;

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

    /**
     * That of each series of a run, in words: {@code ten times what was seen of it (at most 80 h)} or {@code 7 d}.
     *
     * @param runHours length of the run, of which a late series has seen less
     */
    static String words(Policy policy, double runHours) {
        Allowance defaults = policy.defaults();
        String hours = Quantity.ofHours(of(defaults, runHours));
        boolean ruled = policy.rules().stream()
                .anyMatch(rule -> rule.allowanceOverride().horizon() != null);
        return (defaults.horizon() == null ? "ten times what was seen of it (at most " + hours + ")" : hours)
                + (ruled ? ", or the horizon of its rule" : "");
    }
}
