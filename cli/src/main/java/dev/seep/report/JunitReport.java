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
 * The verdict as JUnit XML: a suite for each workload, a case for each container and metric. A leak is a failure, an
 * open finding is skipped with its reason; a run without findings is one case, and a target that never answered is a
 * skipped one, so that nothing unmeasured appears as passed. Slopes are properties of the suite: the schema of
 * Jenkins's xunit plugin refuses a whole file for properties of a case.
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
        List<String> unmeasured = UnmeasuredTargets.of(verdict.run());
        if (!unmeasured.isEmpty()) {
            unmeasured(unmeasured, xml);
        }
        xml.end();
    }

    private static void suite(String name, List<Finding> findings, Markup xml) throws XMLStreamException {
        long failures = findings.stream().filter(JunitReport::fails).count();
        long skipped = findings.stream().filter(JunitReport::skipped).count();
        begin(name, findings.size(), failures, skipped, xml);
        slopes(findings, xml);
        for (Finding finding : findings) {
            testCase(name, finding, xml);
        }
        xml.end();
    }

    private static void slopes(List<Finding> findings, Markup xml) throws XMLStreamException {
        List<Finding> sloping = findings.stream()
                .filter(finding -> Double.isFinite(finding.slope().perHour()))
                .toList();
        if (sloping.isEmpty()) {
            return;
        }
        xml.begin("properties");
        for (Finding finding : sloping) {
            property(finding, "slopePerHour", finding.slope().perHour(), xml);
            property(finding, "slopeLow", finding.slope().low(), xml);
            property(finding, "slopeHigh", finding.slope().high(), xml);
        }
        xml.end();
    }

    private static void property(Finding finding, String name, double value, Markup xml) throws XMLStreamException {
        if (Double.isFinite(value)) {
            xml.empty("property", "name", name(finding) + " " + name, "value", Double.toString(value));
        }
    }

    private static void testCase(String suite, Finding finding, Markup xml) throws XMLStreamException {
        xml.begin("testcase", "classname", suite, "name", name(finding));
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
        begin("seep", 1, leak ? 1 : 0, open ? 1 : 0, xml);
        xml.begin("testcase", "classname", "seep", "name", "verdict");
        if (leak) {
            xml.text("failure", verdict.reason(), "message", verdict.reason());
        } else if (open) {
            xml.empty("skipped", "message", verdict.reason());
        }
        xml.end();
        xml.end();
    }

    private static void unmeasured(List<String> targets, Markup xml) throws XMLStreamException {
        begin("not measured", targets.size(), 0, targets.size(), xml);
        for (String target : targets) {
            xml.begin("testcase", "classname", "not measured", "name", target);
            xml.empty("skipped", "message", "it was polled and never answered");
            xml.end();
        }
        xml.end();
    }

    private static void begin(String suite, long tests, long failures, long skipped, Markup xml)
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
                "0",
                "skipped",
                Long.toString(skipped));
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
