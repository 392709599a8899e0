package dev.seep.session;

import dev.seep.sample.Durations;
import dev.seep.sample.Quantity;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a session asks of the cluster.
 *
 * @param targets in which something is run
 * @param counts of objects, which cost nothing at a poll
 * @param pollsPerSecond what is measured beside the probes included
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
        double perSecond = 0;
        int polled = 0;
        int counts = 0;
        Set<String> nodes = new HashSet<>();
        for (LiveTarget live : targets) {
            double asked = plan.pollsPerSecond(live.target());
            if (live.target().kind() == Target.Kind.SCOPE) {
                counts++;
            } else if (asked > 0) {
                polled++;
                perSecond += asked;
                nodes.add(live.node());
            }
        }
        return new PollingLoad(polled, counts, nodes.size(), plan.every(), perSecond, plan.keepsSessions(), together);
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
