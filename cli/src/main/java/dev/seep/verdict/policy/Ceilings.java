package dev.seep.verdict.policy;

import dev.seep.sample.Quantity;
import java.util.List;

/** Parses ceilings, the values that no sample may exceed. */
final class Ceilings {
    /** First words of seep's own metrics; a measurement of somebody's own may be a share whatever it is called. */
    private static final List<String> NO_SHARES = List.of(
            "memory",
            "fds",
            "processes",
            "threads",
            "zombies",
            "sockets",
            "disk",
            "objects",
            "jvm",
            "restarts",
            "exit");

    private Ceilings() {}

    /**
     * @param metric the name or pattern that it is for, empty for all
     * @throws IllegalArgumentException if that is no quantity, is below 0, or is a share for a metric that is none
     */
    static double parse(String text, String metric) {
        double ceiling = Quantity.parse(text);
        if (ceiling < 0) {
            throw new IllegalArgumentException(
                    "a ceiling cannot be below 0: '" + text + "'; leave it out where there is none");
        }
        if (text.strip().endsWith("%") && !mayBeShare(metric)) {
            throw new IllegalArgumentException("a ceiling in % is for a metric that is a share, such as"
                    + " fds.limit_share, not for " + (metric.isEmpty() ? "all of them" : "'" + metric + "'")
                    + ": write '" + text + "' as a quantity, as in 512Mi or 100");
        }
        return ceiling;
    }

    private static boolean mayBeShare(String metric) {
        String word = metric.split("\\.", 2)[0];
        return metric.endsWith("_share") || !(metric.isEmpty() || metric.equals("*") || NO_SHARES.contains(word));
    }
}
