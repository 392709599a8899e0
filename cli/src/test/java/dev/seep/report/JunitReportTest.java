package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a CI server reads: suites, cases and their counts. */
class JunitReportTest {
    private static final Schema SCHEMA = schema();

    static Stream<Verdict> verdicts() {
        Finding steady = of("app", "threads").build();
        return Stream.of(
                Verdicts.rich(),
                Verdicts.early(),
                Verdicts.hostile(),
                Verdicts.nothing(),
                Verdicts.unmeasured(),
                Verdicts.many(1),
                Verdicts.many(3000),
                Verdicts.of(Outcome.PASS, steady),
                Verdicts.of(Outcome.INCONCLUSIVE, steady));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void countsWhatIsThere(Verdict verdict) {
        Document xml = xml(verdict);

        Element all = xml.getDocumentElement();
        assertThat(Reports.elements(xml, "testsuite"))
                .isNotEmpty()
                .allSatisfy(JunitReportTest::hasCounted)
                .allSatisfy(suite -> assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped")));
        hasCounted(all);
        assertThat(all.getAttribute("errors")).isEqualTo(verdict.outcome() == Outcome.INCONCLUSIVE ? "1" : "0");
        assertThat(all.getAttribute("time")).isEqualTo("28800.000");
        assertThat(Reports.elements(xml, "testcase")).allSatisfy(test -> {
            assertThat(test.getAttribute("classname")).isEqualTo(((Element) test.getParentNode()).getAttribute("name"));
            assertThat(test.getChildNodes().getLength())
                    .as("passes, fails or is skipped")
                    .isEqualTo(1);
        });
        assertThat(cases(xml)).doesNotHaveDuplicates();
    }

    private static void hasCounted(Element suite) {
        assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
        assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
    }

    @ParameterizedTest
    @EnumSource
    void isAnErrorWhereTheRunIsInconclusiveForViewersThatLookNoFurther(Outcome outcome) {
        Document xml = xml(Verdicts.of(outcome));

        String told = outcome == Outcome.INCONCLUSIVE
                ? "error 'said of the run'"
                : "system-out '" + outcome.word() + ": said of the run'";
        assertThat(told(xml)).containsExactly("the run can be decided: " + told);
        assertThat(Reports.elements(xml, "error"))
                .allSatisfy(error -> assertThat(error.getAttribute("type")).isEqualTo("inconclusive"));
    }

    @Test
    void failsACaseWithItsLeaks() {
        Leak threads = LeakFixture.of(
                        of("app", "threads").leaks("grows").slope(4, 3, 5).build())
                .id("0000aaaa")
                .course(3, 35, 1)
                .build();
        Leak warned = LeakFixture.of(of("app", "zombies")
                        .leaks("grows")
                        .severity(Severity.WARN)
                        .build())
                .build();
        Leak disk = LeakFixture.of(of("app", "disk.used")
                        .leaks("grows")
                        .cause("+3 MiB in /tmp")
                        .build())
                .id("0000bbbb")
                .build();

        assertThat(told(xml(Verdicts.leaks(threads))))
                .contains("app: failure 'threads from 3 to 35 threads, +4/h since the start [0000aaaa]'");
        assertThat(told(xml(Verdicts.leaks(threads, warned, disk))))
                .contains("app: failure '2 leaks: threads from 3 to 35 threads, +4/h since the start [0000aaaa];"
                        + " disk.used +3 MiB in /tmp [0000bbbb]'");
    }

    @Test
    void countsAllLeaksOfACaseAndTellsTen() {
        Leak[] many = IntStream.range(0, 25)
                .mapToObj(i -> LeakFixture.of(of("app", "m" + i).leaks("grows").build())
                        .id("x" + i)
                        .build())
                .toArray(Leak[]::new);

        assertThat(Reports.elements(xml(Verdicts.leaks(many)), "failure").get(0).getAttribute("message"))
                .startsWith("25 leaks: m0 ")
                .contains("[x9]")
                .doesNotContain("[x10]");
    }

    @Test
    void failsTheContainerThatHoldsTheSocketsOfAPod() {
        Finding sockets = FindingFixture.of("shop/deployment/web sockets.tcp.close_wait")
                .in("deployment/web", null, null)
                .metric("sockets.tcp.close_wait", Unit.COUNT)
                .leaks("grows")
                .build();
        Finding descriptors =
                of("server", "fds.open").leaks("grows").slope(3, 2, 4).build();
        Leak leak = LeakFixture.of(sockets)
                .id("0000cccc")
                .also(descriptors)
                .fact("why")
                .build();

        assertThat(told(xml(Verdicts.leaks(leak))))
                .containsExactly(
                        "the run can be decided: system-out 'leak: said of the run'",
                        "pod: system-out '0 series passed'",
                        "server: failure 'sockets.tcp.close_wait why; with it fds.open +3/h [0000cccc]'");
    }

    @Test
    void passesWhatIsOnlyWarnedOfWithWords() {
        Finding known = of("app", "zombies")
                .leaks("grows")
                .known("SHOP-123", "2027-01-31")
                .build();
        Finding steady = of("app", "threads").build();

        assertThat(told(xml(Verdicts.of(Outcome.PASS, steady, known))))
                .contains("app: system-out '1 series passed; zombies known: SHOP-123, allowed until 2027-01-31 ["
                        + LeakFixture.of(known).build().id() + "]'");
    }

    @Test
    void skipsWhatIsOpenAndWhatIsNotJudged() {
        Finding open =
                of("app", "threads").open(InconclusiveReason.OPEN, "may go on").build();
        Finding noisy =
                of("app", "zombies").open(InconclusiveReason.BLIND, "is noisy").build();
        Finding recorded = of("sidecar", "memory.cache")
                .leaks("so what")
                .severity(Severity.IGNORE)
                .build();

        assertThat(told(xml(Verdicts.of(Outcome.INCONCLUSIVE, open, noisy, recorded))))
                .contains(
                        "app: skipped 'may leak: threads may go on; and 1 more series'",
                        "sidecar: skipped 'not judged'");
        assertThat(told(xml(Verdicts.of(Outcome.INCONCLUSIVE, open))))
                .contains("app: skipped 'may leak: threads may go on'");
    }

    @Test
    void aLeakIsMoreThanWhatIsOpenBesideIt() {
        Finding open =
                of("app", "threads").open(InconclusiveReason.OPEN, "may go on").build();
        Finding leak = of("app", "zombies").leaks("grows").build();

        assertThat(Reports.elements(xml(Verdicts.of(Outcome.LEAK, open, leak)), "failure"))
                .hasSize(1);
    }

    @Test
    void skipsWhatNeverAnsweredUnderTheNameThatItHasWhereItAnswers() {
        Run silent = silent(
                Target.container("shop", "web-1", "app", "deployment/web"),
                Target.container("shop", "web-1", "mesh", "deployment/web"),
                Target.container("shop", "web-2", "mesh", "deployment/web"),
                Target.pod("shop", "web-1", "deployment/web"));
        Finding steady = of("app", "threads").build();
        Verdict verdict = new Verdict(Outcome.PASS, silent, "none leaks", 80, List.of(steady), List.of(), List.of());

        assertThat(told(xml(verdict)))
                .containsExactly(
                        "the run can be decided: system-out 'pass: none leaks'",
                        "app: system-out '1 series passed; 1 target never answered (no-shell)'",
                        "mesh: skipped '2 targets never answered (no-shell)'",
                        "pod: skipped '1 target never answered (no-shell)'");
    }

    @Test
    void hasTheSameNamesInTheNextRunWithOtherPodsAndReplicas() {
        List<String> first = namesOf("web-5d7f9-x2k4p", 1, "java-4711");
        List<String> second = namesOf("web-77c6d-q9w8r", 3, "java-815");

        assertThat(first)
                .isEqualTo(second)
                .containsExactlyInAnyOrder(
                        "local/java process",
                        "seep the run can be decided",
                        "shop objects",
                        "shop/deployment/web app",
                        "shop/deployment/web mesh",
                        "shop/deployment/web pod");
    }

    /** Names of all cases of a run with such a pod, so many replicas and a process. */
    private static List<String> namesOf(String pod, int replicas, String process) {
        boolean one = replicas == 1;
        String where = one ? "shop/" + pod : "shop/deployment/web";
        Finding threads = FindingFixture.of(where + "/app threads")
                .in("deployment/web", one ? pod : null, "app")
                .leaks("grows")
                .build();
        Finding sockets = FindingFixture.of(where + " sockets.tcp.close_wait")
                .in("deployment/web", one ? pod : null, null)
                .metric("sockets.tcp.close_wait", Unit.COUNT)
                .build();
        Finding jobs = FindingFixture.of("shop objects.jobs")
                .in("objects:jobs", null, null)
                .metric("objects.jobs", Unit.COUNT)
                .build();
        Finding tree = FindingFixture.of("local/" + process + " threads")
                .in("local", process, null, null)
                .build();
        Run run = silent(IntStream.range(0, replicas)
                .mapToObj(i -> Target.container("shop", pod + i, "mesh", "deployment/web"))
                .toArray(Target[]::new));
        return cases(xml(new Verdict(
                Outcome.LEAK,
                run,
                "one leaks",
                80,
                List.of(threads, sockets, jobs, tree),
                LeakFixture.each(threads),
                List.of())));
    }

    @Test
    void hasASuiteForEachWorkloadInTheOrderOfTheirNames() {
        Finding foreign = FindingFixture.of("a,b").build();
        Finding scope =
                FindingFixture.of("scope").in("objects:jobs", null, null).build();
        Finding pod =
                FindingFixture.of("pod").in("deployment/api", "api-1", null).build();
        Finding leak = of("app", "threads").leaks("grows").build();
        Document xml = xml(Verdicts.of(Outcome.LEAK, scope, leak, foreign, pod));

        assertThat(names(xml, "testsuite"))
                .containsExactly("seep", "series", "shop", "shop/deployment/api", "shop/deployment/web");
        assertThat(names(xml, "testcase")).containsExactly("the run can be decided", "a,b", "objects", "pod", "app");
    }

    @Test
    void tellsTheSlopesThatAreNumbers() {
        Document xml = xml(Verdicts.of(
                Outcome.PASS,
                FindingFixture.of("all").slope(4, 3.5, 5).build(),
                FindingFixture.of("one threads")
                        .slope(-1e-7, Double.NEGATIVE_INFINITY, Double.NaN)
                        .build(),
                FindingFixture.of("shop objects.jobs")
                        .in("objects:jobs", null, null)
                        .metric("objects.jobs", Unit.COUNT)
                        .slope(1, Double.NaN, Double.NaN)
                        .build(),
                of("app", "threads").slope(2, Double.NaN, Double.NaN).build(),
                FindingFixture.of("none").build()));

        assertThat(Reports.elements(xml, "property").stream()
                        .map(property -> property.getAttribute("name") + "=" + property.getAttribute("value")))
                .containsExactly(
                        "all threads slopePerHour=4.0",
                        "all threads slopeLow=3.5",
                        "all threads slopeHigh=5.0",
                        "one threads slopePerHour=-1.0E-7",
                        "objects.jobs slopePerHour=1.0",
                        "app threads slopePerHour=2.0");
        assertThat(Reports.elements(xml(Verdicts.of(Outcome.PASS, of("app", "m").build())), "properties"))
                .isEmpty();
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
                        .cause(hostile)
                        .severity(severity)
                        .build()));

        assertThat(Reports.elements(xml, "testcase")).hasSize(2);
        assertThat(Reports.elements(xml, "failure")).hasSize(severity == Severity.FAIL ? 1 : 0);
        assertThat(names(xml, "testsuite").get(1))
                .startsWith("shop/]]><failure/>&amp;???")
                .endsWith("?\"'?");
    }

    @Test
    void cutsAWordThatNeverEnds() {
        Document xml = xml(Verdicts.of(
                Outcome.LEAK,
                FindingFixture.of("x".repeat(100_000))
                        .leaks("grows")
                        .cause("y".repeat(100_000))
                        .build()));

        assertThat(names(xml, "testcase").get(1)).hasSize(503).endsWith("x...");
        assertThat(Reports.elements(xml, "failure").get(0).getAttribute("message"))
                .hasSize(503);
    }

    @Test
    void hasACaseForEachOfThousands() {
        Finding[] many = IntStream.range(0, 5000)
                .mapToObj(i -> FindingFixture.of("series " + i).build())
                .toArray(Finding[]::new);

        assertThat(names(xml(Verdicts.of(Outcome.PASS, many)), "testcase"))
                .hasSize(5001)
                .doesNotHaveDuplicates();
    }

    /** A series of a container of the workload {@code deployment/web}. */
    private static FindingFixture of(String container, String metric) {
        return FindingFixture.of("shop/deployment/web/" + container + " " + metric)
                .in("deployment/web", null, container)
                .metric(metric, Unit.COUNT);
    }

    /** A run in which these never answered. */
    private static Run silent(Target... targets) {
        Run run = Verdicts.nothing().run();
        List<Event> failed = new ArrayList<>();
        for (Target target : targets) {
            failed.add(new Event(run.from(), Event.Type.POLL_FAILED, target, "a", Map.of("reason", "no-shell")));
        }
        return new Run(run.from(), run.to(), run.every(), 1, 0, 1, targets.length, List.of(), failed);
    }

    /** The document, which the reader of Jenkins takes that is the strictest. */
    private static Document xml(Verdict verdict) {
        String text = Reports.text(new JunitReport(), verdict);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"seep\" ")
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

    /** Each case by its class and name. */
    private static List<String> cases(Document xml) {
        return Reports.elements(xml, "testcase").stream()
                .map(test -> test.getAttribute("classname") + " " + test.getAttribute("name"))
                .toList();
    }

    /** Each case as {@code NAME: CHILD 'MESSAGE'}. */
    private static List<String> told(Document xml) {
        return Reports.elements(xml, "testcase").stream()
                .map(test -> {
                    Element child = (Element) test.getFirstChild();
                    String message =
                            child.hasAttribute("message") ? child.getAttribute("message") : child.getTextContent();
                    return test.getAttribute("name") + ": " + child.getTagName() + " '" + message + "'";
                })
                .toList();
    }
}
