package dev.seep.report;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as JUnit XML: a suite for each workload, a case for each container and metric. A leak is a failure, what
 * is open is skipped with its reason; a run without findings is one case, so that nothing measured never looks passed.
 */
public final class JunitReport implements Report {
    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        out.append(Markup.document("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", xml -> document(verdict, xml)));
    }

    private static void document(Verdict verdict, Markup xml) throws XMLStreamException {
        Map<String, List<Finding>> suites = verdict.findings().stream()
                .collect(Collectors.groupingBy(JunitReport::suite, TreeMap::new, Collectors.toList()));
        xml.begin("testsuites", "name", "seep");
        for (Map.Entry<String, List<Finding>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue(), xml);
        }
        if (suites.isEmpty()) {
            nothingFound(verdict, xml);
        }
        xml.end();
    }

    private static void suite(String name, List<Finding> findings, Markup xml) throws XMLStreamException {
        xml.begin(
                "testsuite",
                "name",
                name,
                "tests",
                Integer.toString(findings.size()),
                "failures",
                Long.toString(findings.stream().filter(JunitReport::fails).count()),
                "errors",
                "0",
                "skipped",
                Long.toString(findings.stream().filter(JunitReport::skipped).count()));
        for (Finding finding : findings) {
            testCase(name, finding, xml);
        }
        xml.end();
    }

    private static void testCase(String suite, Finding finding, Markup xml) throws XMLStreamException {
        xml.begin("testcase", "classname", suite, "name", name(finding));
        if (Double.isFinite(finding.slopePerHour())) {
            xml.begin("properties");
            xml.empty("property", "name", "slopePerHour", "value", Double.toString(finding.slopePerHour()));
            xml.end();
        }
        if (fails(finding)) {
            xml.text("failure", finding.series() + ": " + FindingText.numbers(finding), "message", finding.reason());
        } else if (skipped(finding)) {
            xml.empty("skipped", "message", finding.reason());
        } else {
            xml.text("system-out", finding.outcome().word() + ": " + finding.reason());
        }
        xml.end();
    }

    private static void nothingFound(Verdict verdict, Markup xml) throws XMLStreamException {
        boolean leak = verdict.outcome() == Outcome.LEAK;
        boolean open = verdict.outcome() == Outcome.INCONCLUSIVE;
        xml.begin(
                "testsuite",
                "name",
                "seep",
                "tests",
                "1",
                "failures",
                leak ? "1" : "0",
                "errors",
                "0",
                "skipped",
                open ? "1" : "0");
        xml.begin("testcase", "classname", "seep", "name", "verdict");
        if (leak) {
            xml.text("failure", verdict.reason(), "message", verdict.reason());
        } else if (open) {
            xml.empty("skipped", "message", verdict.reason());
        }
        xml.end();
        xml.end();
    }

    private static boolean fails(Finding finding) {
        return finding.outcome() == Outcome.LEAK && finding.severity() == Severity.FAIL;
    }

    private static boolean skipped(Finding finding) {
        return finding.outcome() == Outcome.INCONCLUSIVE || finding.severity() == Severity.IGNORE;
    }

    private static String suite(Finding finding) {
        String path = joined(finding.target().namespace(), finding.target().workload());
        return path.isEmpty() ? "series" : path;
    }

    private static String name(Finding finding) {
        String path = joined(finding.target().pod(), finding.target().container());
        return suite(finding).equals("series")
                ? finding.series()
                : (path + " " + finding.metric().name()).strip();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("/"));
    }
}
