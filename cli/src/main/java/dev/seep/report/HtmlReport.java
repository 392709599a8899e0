package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/**
 * The verdict as one HTML file to keep and to send: pictures of leaks and of open findings, a table of those that
 * passed, and the events. It needs no script and loads nothing.
 */
public final class HtmlReport implements Report {
    private static final int MOST_CHARTS = 100;

    private final String tool;

    /** @param tool version of seep */
    public HtmlReport(String tool) {
        this.tool = tool;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        String sheet = sheet();
        out.append(Markup.document("<!DOCTYPE html>", html -> page(verdict, sheet, html)));
    }

    private static String sheet() throws IOException {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(sheet, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void page(Verdict verdict, String sheet, Markup html) throws XMLStreamException {
        html.begin("html", "lang", "en");
        html.begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.text("title", "seep: " + verdict.outcome().word());
        html.style(sheet);
        html.end();
        html.begin("body");
        head(verdict, html);
        Map<String, List<Series>> members = verdict.members();
        leaks(html, verdict, members, "Leaks", Severity.FAIL);
        leaks(html, verdict, members, "Warnings", Severity.WARN);
        TooFewSamples few = new TooFewSamples(verdict);
        undecided(html, verdict, members, few);
        HtmlEvents.write(verdict.run(), html);
        HtmlTables tables = new HtmlTables(html);
        tables.notes(few, verdict.notes());
        tables.passed(verdict);
        tables.unmeasured(verdict.run());
        tables.events(verdict.run());
        html.text("footer", "seep " + tool);
        html.end();
        html.end();
    }

    private static void head(Verdict verdict, Markup html) throws XMLStreamException {
        Run run = verdict.run();
        html.begin("header");
        html.text("h1", verdict.outcome().word(), "class", verdict.outcome().word());
        html.text("p", verdict.reason());
        html.begin("dl");
        fact(html, "from", run.from().truncatedTo(ChronoUnit.SECONDS).toString());
        fact(html, "for", Quantity.ofHours(run.hours()));
        fact(html, "targets", Quantity.count(run.targets()));
        fact(html, "polls", Quantity.count(run.polls()));
        fact(html, "samples", Quantity.count(run.samples()));
        fact(html, "gaps", Quantity.count(run.gaps()));
        html.end();
        html.end();
    }

    private static void fact(Markup html, String name, String value) throws XMLStreamException {
        html.begin("div");
        html.text("dt", name);
        html.text("dd", value);
        html.end();
    }

    private static void leaks(
            Markup html, Verdict verdict, Map<String, List<Series>> members, String title, Severity severity)
            throws XMLStreamException {
        List<Leak> leaks = verdict.leaks().stream()
                .filter(leak -> leak.severity() == severity)
                .toList();
        if (leaks.isEmpty()) {
            return;
        }
        html.begin("section");
        html.text("h2", title + " (" + Quantity.count(leaks.size()) + ")");
        for (Leak leak : leaks.subList(0, Math.min(MOST_CHARTS, leaks.size()))) {
            html.begin("article", "class", severity == Severity.FAIL ? "leak" : "warning");
            html.text("h3", leak.title());
            paragraph(html, LeakWords.course(leak));
            paragraph(html, LeakWords.nature(leak));
            paragraph(html, LeakWords.known(leak));
            chart(html, leak.main(), members, verdict.run());
            html.text("p", "leak " + leak.id(), "class", "numbers");
            html.end();
        }
        HtmlTables.left(html, leaks.size(), MOST_CHARTS);
        html.end();
    }

    private static void paragraph(Markup html, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            html.text("p", text);
        }
    }

    private static void undecided(Markup html, Verdict verdict, Map<String, List<Series>> members, TooFewSamples few)
            throws XMLStreamException {
        List<Finding> findings = UndecidedKinds.thatMatter(verdict, few);
        if (findings.isEmpty()) {
            return;
        }
        html.begin("section");
        html.text("h2", "Cannot be decided (" + Quantity.count(findings.size()) + ")");
        for (Finding finding : findings.subList(0, Math.min(MOST_CHARTS, findings.size()))) {
            html.begin("article", "class", "open");
            html.text("h3", finding.series());
            html.text("p", UndecidedKinds.label(finding) + ": " + finding.reason());
            chart(html, finding, members, verdict.run());
            html.end();
        }
        HtmlTables.left(html, findings.size(), MOST_CHARTS);
        html.end();
    }

    private static void chart(Markup html, Finding finding, Map<String, List<Series>> members, Run run)
            throws XMLStreamException {
        List<Series> shown = members.getOrDefault(finding.series(), List.of());
        if (shown.stream().anyMatch(series -> series.size() > 0)) {
            Chart chart = new Chart(finding, shown, run);
            chart.write(html);
            html.text("p", chart.note(shown.size()), "class", "numbers");
        }
    }
}
