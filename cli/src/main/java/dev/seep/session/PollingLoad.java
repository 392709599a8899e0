package dev.seep.session;

import dev.seep.sample.Durations;
import dev.seep.sample.Quantity;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Load of a session on the cluster.
 *
 * @param targets in which something is run
 * @param counts of objects, which cost nothing at a poll
 * @param pollsPerSecond with the measurement polls
 * @param together whether the targets of a node are asked in one request, and no shell is started
 */
public record PollingLoad(
        int targets,
        int counts,
        int nodes,
        Duration every,
        double pollsPerSecond,
        boolean keepsSessions,
        boolean together) {
    /** @param together whether the targets of a node are asked in one request */
    static PollingLoad of(SoakPlan plan, Collection<LiveTarget> targets, boolean together) {
        List<LiveTarget> polled = targets.stream()
                .filter(live -> live.target().kind() != Target.Kind.SCOPE && plan.pollsPerSecond(live.target()) > 0)
                .toList();
        long counts = targets.stream()
                .filter(live -> live.target().kind() == Target.Kind.SCOPE)
                .count();
        long nodes = polled.stream().map(LiveTarget::node).distinct().count();
        double perSecond = polled.stream()
                .mapToDouble(live -> plan.pollsPerSecond(live.target()))
                .sum();
        return new PollingLoad(
                polled.size(), (int) counts, (int) nodes, plan.every(), perSecond, plan.keepsSessions(), together);
    }

    /** Whether there is nothing to do. */
    public boolean isNothing() {
        return targets + counts == 0;
    }

    /** {@code polling 240 targets on 12 nodes every 30s: 8 polls/s, sessions kept}. */
    public String describe() {
        String polling = "polling " + counted(targets, "target") + " on " + counted(nodes, "node") + " every "
                + Durations.text(every) + ": " + Quantity.digits(pollsPerSecond)
                + (pollsPerSecond == 1 ? " poll/s, " : " polls/s, ")
                + manner();
        String counting = "counting objects, by namespace and kind " + Quantity.count(counts) + " times";
        return counts == 0 ? polling : targets == 0 ? counting : polling + "; " + counting;
    }

    private String manner() {
        if (together) {
            return "those of a node in one request";
        }
        return keepsSessions ? "sessions kept" : "a new shell for each poll";
    }

    private static String counted(int number, String noun) {
        return Quantity.count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
