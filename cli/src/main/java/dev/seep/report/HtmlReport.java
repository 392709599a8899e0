package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
        charts(html, verdict, members, "Leaks", "leak", finding -> is(finding, Outcome.LEAK, Severity.FAIL));
        charts(html, verdict, members, "Warnings", "warning", finding -> is(finding, Outcome.LEAK, Severity.WARN));
        TooFewSamples few = new TooFewSamples(verdict);
        charts(
                html,
                verdict,
                members,
                "Cannot be decided",
                "open",
                finding -> is(finding, Outcome.INCONCLUSIVE, Severity.FAIL) && !few.covers(finding));
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

    private static void charts(
            Markup html,
            Verdict verdict,
            Map<String, List<Series>> members,
            String title,
            String kind,
            Predicate<Finding> chosen)
            throws XMLStreamException {
        List<Finding> findings = verdict.findings().stream().filter(chosen).toList();
        if (findings.isEmpty()) {
            return;
        }
        html.begin("section");
        html.text("h2", title + " (" + Quantity.count(findings.size()) + ")");
        for (Finding finding : findings.subList(0, Math.min(MOST_CHARTS, findings.size()))) {
            card(html, finding, members.getOrDefault(finding.series(), List.of()), verdict.run(), kind);
        }
        HtmlTables.left(html, findings.size(), MOST_CHARTS);
        html.end();
    }

    private static void card(Markup html, Finding finding, List<Series> members, Run run, String kind)
            throws XMLStreamException {
        html.begin("article", "class", kind);
        html.text("h3", finding.series());
        html.text("p", finding.reason());
        html.text("p", numbers(finding), "class", "numbers");
        if (members.stream().anyMatch(series -> series.size() > 0)) {
            Chart chart = new Chart(finding, members, run);
            chart.write(html);
            html.text("p", chart.note(members.size()), "class", "numbers");
        }
        html.end();
    }

    /** Numbers of a finding, without the slope if its reason says it already. */
    private static String numbers(Finding finding) {
        boolean told = finding.reason().contains(FindingText.slope(finding));
        return told ? FindingText.pattern(finding) : FindingText.numbers(finding);
    }

    private static boolean is(Finding finding, Outcome outcome, Severity severity) {
        return finding.outcome() == outcome && finding.severity() == severity;
    }
}
