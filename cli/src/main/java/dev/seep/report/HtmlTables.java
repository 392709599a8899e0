package dev.seep.report;

import dev.seep.sample.Event;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Sparkline;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** The tables of the HTML report, each with its first rows. */
final class HtmlTables {
    private static final int MOST_ROWS = 2000;
    private static final int BARS = 24;

    private final Markup html;

    HtmlTables(Markup html) {
        this.html = html;
    }

    /** Findings that passed, folded until somebody opens them. */
    void passed(Verdict verdict) throws XMLStreamException {
        List<Finding> passed =
                verdict.findings().stream().filter(Finding::hasPassed).toList();
        html.begin("details");
        html.text("summary", "Passed (" + Quantity.count(passed.size()) + ")");
        html.begin("table");
        row("th", "series", "pattern", "course", "why");
        for (Finding finding : passed.subList(0, Math.min(MOST_ROWS, passed.size()))) {
            String course = Sparkline.of(finding.outline(), BARS, true);
            row("td", finding.series(), finding.pattern().word(), course, finding.reason());
        }
        html.end();
        left(html, passed.size(), MOST_ROWS);
        html.end();
    }

    void notes(TooFewSamples few, List<String> notes) throws XMLStreamException {
        if (few.isEmpty() && notes.isEmpty()) {
            return;
        }
        html.begin("section");
        html.text("h2", "Notes");
        html.begin("ul");
        if (!few.isEmpty()) {
            html.text("li", "too short: " + few.told());
        }
        for (String note : notes) {
            html.text("li", note);
        }
        html.end();
        html.end();
    }

    void unmeasured(Run run) throws XMLStreamException {
        List<String> targets = UnmeasuredTargets.byReason(run);
        if (!targets.isEmpty()) {
            html.begin("section");
            html.text(
                    "h2",
                    "Not measured (" + Quantity.count(UnmeasuredTargets.of(run).size()) + ")");
            html.begin("ul");
            for (String target : targets) {
                html.text("li", target);
            }
            html.end();
            html.end();
        }
    }

    void events(Run run) throws XMLStreamException {
        List<Event> events = run.events().stream()
                .filter(event -> event.type() != Event.Type.APPEARED && event.type() != Event.Type.ABNORMAL)
                .toList();
        if (events.isEmpty()) {
            return;
        }
        html.begin("details");
        html.text("summary", "What happened (" + Quantity.count(events.size()) + ")");
        html.begin("table");
        row("th", "time", "what", "to", "");
        for (Event event : events.subList(0, Math.min(MOST_ROWS, events.size()))) {
            String time = event.time().truncatedTo(ChronoUnit.SECONDS).toString();
            String target = event.target() == null ? "" : event.target().path();
            String detail = new TreeMap<>(event.detail()).toString().replaceAll("[{}]", "");
            row("td", time, event.type().word(), target, detail);
        }
        html.end();
        left(html, events.size(), MOST_ROWS);
        html.end();
    }

    private void row(String cell, String... texts) throws XMLStreamException {
        html.begin("tr");
        for (String text : texts) {
            html.text(cell, text);
        }
        html.end();
    }

    static void left(Markup html, int all, int shown) throws XMLStreamException {
        if (all > shown) {
            html.text("p", "and " + Quantity.count(all - shown) + " more in the run folder", "class", "numbers");
        }
    }
}
