package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.verdict.AbnormalEvent;
import dev.seep.verdict.AbnormalEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Abnormal events of a run as an HTML table; nothing if there were none. */
final class HtmlEvents {
    private static final int MOST_ROWS = 200;

    private HtmlEvents() {}

    static void write(Run run, Markup html) throws XMLStreamException {
        AbnormalEvents events = AbnormalEvents.of(run);
        if (events.all().isEmpty() && events.unseen().isEmpty()) {
            return;
        }
        html.begin("section");
        html.text("h2", "Abnormal events (" + Quantity.count(events.all().size()) + ")");
        if (!events.all().isEmpty()) {
            table(events.all(), html);
        }
        if (!events.unseen().isEmpty()) {
            String unseen = String.join(", ", events.unseen());
            html.text("p", "Not allowed to watch " + unseen + ": seep doctor prints the missing rules.");
        }
        html.end();
    }

    private static void table(List<AbnormalEvent> events, Markup html) throws XMLStreamException {
        html.begin("table");
        row(html, "th", "reason", "object", "times", "first", "last", "message");
        for (AbnormalEvent event : events.subList(0, Math.min(MOST_ROWS, events.size()))) {
            row(
                    html,
                    "td",
                    event.reason(),
                    event.where(),
                    Quantity.count(event.count()),
                    seconds(event.first()),
                    seconds(event.last()),
                    event.message());
        }
        html.end();
        HtmlTables.left(html, events.size(), MOST_ROWS);
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void row(Markup html, String cell, String... texts) throws XMLStreamException {
        html.begin("tr");
        for (String text : texts) {
            html.text(cell, text);
        }
        html.end();
    }
}
