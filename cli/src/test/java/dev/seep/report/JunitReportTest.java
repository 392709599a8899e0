package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seep.sample.Unit;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a CI server reads: suites, cases and their counts. */
class JunitReportTest {
    private static final Schema SCHEMA = schema();
    private static final Finding LEAK = FindingFixture.of("web")
            .in("deployment/web", null, "app")
            .leaks("grows")
            .build();
    private static final Finding WARNED = FindingFixture.of("warned")
            .in("deployment/web", null, "app")
            .metric("fds.open", Unit.COUNT)
            .leaks("grows")
            .severity(Severity.WARN)
            .build();
    private static final Finding OPEN = FindingFixture.of("open")
            .in("deployment/web", null, "app")
            .metric("sockets", Unit.COUNT)
            .open(InconclusiveReason.OPEN, "it may grow")
            .build();
    private static final Finding IGNORED = FindingFixture.of("ignored")
            .in("deployment/web", null, "app")
            .metric("memory.cache", Unit.BYTES)
            .leaks("not judged")
            .severity(Severity.IGNORE)
            .build();

    static Stream<Verdict> verdicts() {
        return Stream.of(
                Verdicts.leak(),
                Verdicts.hostile(),
                Verdicts.nothing(),
                Verdicts.unmeasured(),
                Verdicts.many(1),
                Verdicts.many(3000),
                Verdicts.of(Outcome.LEAK, LEAK, WARNED, OPEN, IGNORED));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void countsInEverySuiteWhatIsInIt(Verdict verdict) {
        Document xml = xml(verdict);

        assertThat(Reports.elements(xml, "testsuite")).isNotEmpty().allSatisfy(suite -> {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
            assertThat(suite.getAttribute("errors")).isEqualTo("0");
        });
        assertThat(Reports.elements(xml, "testcase"))
                .hasSizeGreaterThanOrEqualTo(Math.max(1, verdict.findings().size()));
    }

    @Test
    void failsForALeakAloneAndPassesWhatIsOnlyWarnedOf() {
        Document xml = xml(Verdicts.of(Outcome.LEAK, LEAK, WARNED, OPEN, IGNORED));

        assertThat(Reports.elements(xml, "testcase").stream().map(JunitReportTest::told))
                .containsExactly(
                        "app threads: failure 'grows'",
                        "app fds.open: system-out 'leak: grows'",
                        "app sockets: skipped 'it may grow'",
                        "app memory.cache: skipped 'not judged'");
    }

    @Test
    void hasASuiteForEachWorkloadInTheOrderOfTheirNames() {
        Finding foreign = FindingFixture.of("a,b").build();
        Finding scope =
                FindingFixture.of("scope").in("objects:jobs", null, null).build();
        Finding pod =
                FindingFixture.of("pod").in("deployment/api", "api-1", null).build();
        Document xml = xml(Verdicts.of(Outcome.LEAK, scope, LEAK, foreign, pod));

        assertThat(names(xml, "testsuite"))
                .containsExactly("series", "shop/deployment/api", "shop/deployment/web", "shop/objects:jobs");
        assertThat(names(xml, "testcase")).containsExactly("a,b", "api-1 threads", "app threads", "threads");
        assertThat(Reports.elements(xml, "testcase")).allSatisfy(test -> assertThat(test.getAttribute("classname"))
                .isEqualTo(((Element) test.getParentNode()).getAttribute("name")));
    }

    @Test
    void tellsTheSlopesThatAreNumbers() {
        Document xml = xml(Verdicts.of(
                Outcome.PASS,
                FindingFixture.of("all").slope(4, 3.5, 5).build(),
                FindingFixture.of("one")
                        .slope(-1e-7, Double.NEGATIVE_INFINITY, Double.NaN)
                        .build(),
                FindingFixture.of("none").build()));

        assertThat(Reports.elements(xml, "property").stream()
                        .map(property -> property.getAttribute("name") + "=" + property.getAttribute("value")))
                .containsExactly(
                        "all slopePerHour=4.0", "all slopeLow=3.5", "all slopeHigh=5.0", "one slopePerHour=-1.0E-7");
        assertThat(Reports.elements(xml(Verdicts.of(Outcome.LEAK, LEAK)), "properties"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LEAK, failure", "INCONCLUSIVE, skipped", "PASS, ''"})
    void isOneCaseWithoutFindings(Outcome outcome, String child) {
        Document xml = xml(Verdicts.of(outcome));

        assertThat(names(xml, "testcase")).containsExactly("verdict");
        Element only = Reports.elements(xml, "testcase").get(0);
        assertThat(told(only)).isEqualTo(child.isEmpty() ? "verdict" : "verdict: " + child + " 'said of the run'");
    }

    @Test
    void skipsEachTargetThatNeverAnsweredBesideTheOthers() {
        Verdict silent = Verdicts.unmeasured();
        Document xml = xml(new Verdict(Outcome.LEAK, silent.run(), "one leaks", 80, List.of(LEAK)));

        assertThat(names(xml, "testsuite")).containsExactly("shop/deployment/web", "not measured");
        assertThat(told(Reports.elements(xml, "testcase").get(1)))
                .isEqualTo("shop/proxy/envoy (no-shell): skipped 'it was polled and never answered'");
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void holdsNamesThatXmlCouldNot(Severity severity) {
        String hostile = "]]><failure/>&amp;\u0000\u0008\u001b\ud800\uffff\u202e\"'\n";
        Document xml = xml(Verdicts.of(
                Outcome.LEAK,
                FindingFixture.of(hostile)
                        .in(hostile, hostile, hostile)
                        .metric(hostile, Unit.COUNT)
                        .leaks(hostile)
                        .severity(severity)
                        .build()));

        assertThat(Reports.elements(xml, "testcase")).hasSize(1);
        assertThat(Reports.elements(xml, "failure")).hasSize(severity == Severity.FAIL ? 1 : 0);
        assertThat(names(xml, "testsuite").get(0))
                .startsWith("shop/]]><failure/>&amp;???")
                .endsWith("?\"'?");
    }

    @Test
    void cutsAWordThatNeverEnds() {
        Document xml = xml(Verdicts.of(
                Outcome.LEAK,
                FindingFixture.of("x".repeat(100_000))
                        .leaks("y".repeat(100_000))
                        .build()));

        assertThat(names(xml, "testcase").get(0)).hasSize(503).endsWith("x...");
        assertThat(Reports.elements(xml, "failure").get(0).getAttribute("message"))
                .hasSize(503);
    }

    @Test
    void hasACaseForEachOfThousands() {
        Finding[] many = IntStream.range(0, 5000)
                .mapToObj(i -> FindingFixture.of("series " + i).build())
                .toArray(Finding[]::new);

        assertThat(names(xml(Verdicts.of(Outcome.PASS, many)), "testcase"))
                .hasSize(5000)
                .doesNotHaveDuplicates();
    }

    /** The document, which the reader of Jenkins takes that is the strictest. */
    private static Document xml(Verdict verdict) {
        String text = Reports.text(new JunitReport(), verdict);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"seep\">")
                .endsWith("</testsuites>\n");
        Document xml = Reports.parsed(text);
        assertThatCode(() -> SCHEMA.newValidator().validate(new DOMSource(xml))).doesNotThrowAnyException();
        return xml;
    }

    private static Schema schema() {
        URL file = Objects.requireNonNull(JunitReportTest.class.getResource("/report/junit.xsd"));
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String count(Element suite, String element) {
        return String.valueOf(suite.getElementsByTagName(element).getLength());
    }

    private static List<String> names(Document xml, String element) {
        return Reports.elements(xml, element).stream()
                .map(each -> each.getAttribute("name"))
                .toList();
    }

    /** {@code NAME: CHILD 'MESSAGE'}. */
    private static String told(Element test) {
        Element child = (Element) test.getFirstChild();
        String name = test.getAttribute("name");
        if (child == null) {
            return name;
        }
        String message = child.hasAttribute("message") ? child.getAttribute("message") : child.getTextContent();
        return name + ": " + child.getTagName() + " '" + message + "'";
    }
}
