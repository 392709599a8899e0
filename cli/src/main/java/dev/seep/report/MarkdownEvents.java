package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.verdict.AbnormalEvent;
import dev.seep.verdict.AbnormalEvents;
import java.io.IOException;
import java.util.List;

/** Abnormal events of a run as a Markdown table; nothing if there were none. */
final class MarkdownEvents {
    private static final int MOST_ROWS = 20;

    private MarkdownEvents() {}

    static void write(Run run, Appendable out) throws IOException {
        AbnormalEvents events = AbnormalEvents.of(run);
        List<AbnormalEvent> all = events.all();
        if (!all.isEmpty()) {
            out.append("\n| event | object | times | message |\n|---|---|---|---|\n");
            for (AbnormalEvent event : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
                out.append("| ")
                        .append(MarkdownReport.escaped(event.reason()))
                        .append(" | ")
                        .append(MarkdownReport.escaped(event.where()))
                        .append(" | ")
                        .append(Quantity.count(event.count()))
                        .append(" | ")
                        .append(MarkdownReport.escaped(event.message()))
                        .append(" |\n");
            }
        }
        if (all.size() > MOST_ROWS) {
            out.append("\nand ").append(Quantity.count(all.size() - MOST_ROWS)).append(" more in verdict.json\n");
        }
        if (!events.unseen().isEmpty()) {
            out.append("\n**Not watched**: ")
                    .append(MarkdownReport.escaped(String.join(", ", events.unseen())))
                    .append("\n");
        }
    }
}
