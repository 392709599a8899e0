package dev.seep.report;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * The verdict as JUnit XML: a suite for each workload, a case for each container, which fails with its leaks and is
 * skipped with what is open in it. One case is about the run: it is an error if the run is inconclusive, since viewers
 * show a file without failures and errors as green. A container that never answered is a skipped case, so that
 * nothing unmeasured appears as passed. Slopes are properties of the suite: the schema of Jenkins's xunit plugin refuses a whole
 * file for properties of a case.
 */
public final class JunitReport implements Report {
    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        out.append(Markup.document("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", xml -> document(verdict, xml)));
    }

    private static void document(Verdict verdict, Markup xml) throws XMLStreamException {
        Map<String, List<JunitCase>> suites = JunitCase.of(verdict);
        List<JunitCase> cases = suites.values().stream().flatMap(List::stream).toList();
        boolean open = verdict.outcome() == Outcome.INCONCLUSIVE;
        xml.begin(
                "testsuites",
                "name",
                "seep",
                "tests",
                Integer.toString(cases.size() + 1),
                "failures",
                Long.toString(count(cases, "failure")),
                "errors",
                open ? "1" : "0",
                "time",
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        Duration.between(verdict.run().from(), verdict.run().to())
                                        .toMillis()
                                / 1000.0));
        run(verdict, open, xml);
        for (Map.Entry<String, List<JunitCase>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue(), xml);
        }
        xml.end();
    }

    private static void run(Verdict verdict, boolean open, Markup xml) throws XMLStreamException {
        begin("seep", 1, 0, open ? 1 : 0, 0, xml);
        xml.begin("testcase", "classname", "seep", "name", "the run can be decided");
        if (open) {
            xml.text(
                    "error",
                    verdict.reason(),
                    "message",
                    verdict.reason(),
                    "type",
                    verdict.outcome().word());
        } else {
            xml.text("system-out", verdict.outcome().word() + ": " + verdict.reason());
        }
        xml.end();
        xml.end();
    }

    private static void suite(String name, List<JunitCase> cases, Markup xml) throws XMLStreamException {
        begin(name, cases.size(), count(cases, "failure"), 0, count(cases, "skipped"), xml);
        slopes(cases, xml);
        for (JunitCase one : cases) {
            xml.begin("testcase", "classname", name, "name", one.name());
            switch (state(one)) {
                case "failure" -> xml.text("failure", one.failure(), "message", one.failure(), "type", "leak");
                case "skipped" -> xml.empty("skipped", "message", one.skip());
                default -> xml.text("system-out", one.pass());
            }
            xml.end();
        }
        xml.end();
    }

    private static String state(JunitCase one) {
        return !one.failure().isEmpty() ? "failure" : !one.skip().isEmpty() ? "skipped" : "passed";
    }

    private static long count(List<JunitCase> cases, String state) {
        return cases.stream().filter(one -> state(one).equals(state)).count();
    }

    private static void slopes(List<JunitCase> cases, Markup xml) throws XMLStreamException {
        boolean any = cases.stream()
                .flatMap(one -> one.findings().stream())
                .anyMatch(finding -> Double.isFinite(finding.slope().perHour()));
        if (!any) {
            return;
        }
        xml.begin("properties");
        for (JunitCase one : cases) {
            for (Finding finding : one.findings()) {
                String name = series(one.name(), finding.metric().name());
                property(name + " slopePerHour", finding.slope().perHour(), xml);
                property(name + " slopeLow", finding.slope().low(), xml);
                property(name + " slopeHigh", finding.slope().high(), xml);
            }
        }
        xml.end();
    }

    /** A series within its suite; the name of a case may be that of its only series, and its metric may begin with it. */
    private static String series(String of, String metric) {
        if (of.endsWith(" " + metric)) {
            return of;
        }
        return metric.startsWith(of + ".") ? metric : of + " " + metric;
    }

    private static void property(String name, double value, Markup xml) throws XMLStreamException {
        if (Double.isFinite(value)) {
            xml.empty("property", "name", name, "value", Double.toString(value));
        }
    }

    private static void begin(String suite, long tests, long failures, long errors, long skipped, Markup xml)
            throws XMLStreamException {
        xml.begin(
                "testsuite",
                "name",
                suite,
                "tests",
                Long.toString(tests),
                "failures",
                Long.toString(failures),
                "errors",
                Long.toString(errors),
                "skipped",
                Long.toString(skipped));
    }
}
