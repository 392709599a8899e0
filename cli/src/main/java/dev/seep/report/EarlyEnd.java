package dev.seep.report;

import dev.seep.sample.Event;
import dev.seep.sample.Run;

/** How a run came to an end that somebody made before its time. */
final class EarlyEnd {
    private EarlyEnd() {}

    /** {@code ended early by you after 27 s of 8 h}, empty for a run that nobody ended, or that went on. */
    static String of(Run run) {
        String end = "";
        for (Event event : run.events()) {
            if (event.type() == Event.Type.PAUSED) {
                end = event.detail().containsKey("by") ? event.detail().getOrDefault("reason", "") : "";
            } else if (event.type() == Event.Type.RESUMED) {
                end = "";
            }
        }
        return end;
    }
}
