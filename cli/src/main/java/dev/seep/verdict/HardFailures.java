package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts that ended a run before its time: a limit that was reached, restarts, a broken ceiling. A fact needs no
 * statistics, so the series of so short a run leaks whatever its trend says.
 */
final class HardFailures {
    private static final String FACT = "fact";

    private HardFailures() {}

    /**
     * The findings with those of the facts in them made leaks.
     *
     * @param facts as {@link #of} has them
     */
    static List<Finding> among(Map<String, String> facts, List<Finding> findings) {
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            String fact = facts.get(finding.series());
            told.add(fact == null || finding.outcome() == Outcome.LEAK ? finding : finding.leaking(fact));
        }
        return told;
    }

    /** The facts in words, by the series that they are about. */
    static Map<String, String> of(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            String fact = event.detail().get(FACT);
            if (target != null && fact != null) {
                facts.putIfAbsent(Group.nameOf(target, event.detail().getOrDefault("metric", "")), fact);
            }
        }
        return facts;
    }
}
