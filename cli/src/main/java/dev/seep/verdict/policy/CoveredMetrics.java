package dev.seep.verdict.policy;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics that a known leak covers beside its own: those that show the same thing. Of memory and of descriptors that
 * are all of a container; of others, such as sockets by state, only those that belong to the metric by their name
 * ({@code objects.jobs.finished} to {@code objects.jobs}), so that one known leak hides no other.
 */
final class CoveredMetrics {
    private static final List<String> ONE_THING = List.of("memory", "fds");

    private CoveredMetrics() {}

    static boolean covers(Rule rule, @Nullable Target target, Metric metric) {
        Glob named = rule.ruleScope().metric();
        return rule.allowanceOverride().known() != null
                && named != null
                && areKin(named.text(), metric.name())
                && rule.ruleScope().matches(target);
    }

    private static boolean areKin(String known, String metric) {
        String word = firstWord(known);
        return metric.startsWith(known + ".") || (ONE_THING.contains(word) && word.equals(firstWord(metric)));
    }

    private static String firstWord(String metric) {
        int dot = metric.indexOf('.');
        return dot < 0 ? metric : metric.substring(0, dot);
    }
}
