package dev.seep.session;

import dev.seep.sample.Durations;
import dev.seep.sample.Quantity;
import java.time.Duration;

/** What a session asks of the cluster. */
public record Load(int targets, int nodes, Duration every, boolean keepsSessions) {
    /** {@code polling 240 targets on 12 nodes every 30s: 8 polls/s, sessions kept}. */
    public String describe() {
        double perSecond = targets / (every.toMillis() / 1e3);
        return "polling " + counted(targets, "target") + " on " + counted(nodes, "node") + " every "
                + Durations.text(every) + ": " + Quantity.digits(perSecond)
                + (perSecond == 1 ? " poll/s, " : " polls/s, ")
                + (keepsSessions ? "sessions kept" : "a new shell for each poll");
    }

    private static String counted(int number, String noun) {
        return Quantity.count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
