package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T21:00:00Z");
    private static final Metric MEMORY = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
    private static final int SAMPLES = 960;

    @Test
    void drawsTheSeriesOfALeakWithItsLimit() {
        Document page = page(verdict(List.of(leak("web-1", 1), leak("web-2", 1))));
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
        List<String> lines = drawn(page, "polyline", "line", "points");
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            String[] points = line.split(" ");
            assertThat(points.length).isBetween(300, SAMPLES);
            assertThat(y(points[0])).as("a leak rises").isGreaterThan(y(points[points.length - 1]) + 20);
        }
        assertThat(drawn(page, "path", "limit", "d")).hasSize(1);
    }

    @Test
    void breaksTheLineAtARestart() {
        Document page = page(verdict(List.of(leak("web-1", 4))));
        assertThat(drawn(page, "polyline", "line", "points")).hasSize(4);
        assertThat(drawn(page, "path", "restart", "d")).hasSize(3);
    }

    @Test
    void drawsTheReplicasThatGrowMostAndCountsTheOthers() {
        List<Series> many =
                IntStream.range(0, 40).mapToObj(i -> leak("web-" + i, 1)).toList();
        Document page = page(verdict(many));
        assertThat(drawn(page, "polyline", "line", "points")).hasSize(12);
        assertThat(page.getDocumentElement().getTextContent()).contains("the 12 that grow most of 40 replicas");
    }

    @Test
    void runsNothingAndLoadsNothing() {
        String text = text(Verdicts.hostile());
        assertThat(Reports.parsed(text).getDocumentElement().getTextContent()).contains("<b>&|`*]]>");
        assertThat(text).doesNotContain("<b>", "<script", "src=", "href=", "url(", "@import", "\u202e", "\u001b");
    }

    @Test
    void staysReadableForTenThousandLeaks() {
        String text = text(Verdicts.many(10_000));
        assertThat(Reports.parsed(text).getElementsByTagName("article").getLength())
                .isEqualTo(100);
        assertThat(text).contains("and 9,900 more in the run folder");
    }

    @Test
    void saysThatNothingWasMeasured() {
        String text =
                Reports.parsed(text(Verdicts.nothing())).getDocumentElement().getTextContent();
        assertThat(text).contains("inconclusive", "nothing was readable", "Passed (0)");
    }

    @ParameterizedTest
    @MethodSource("dev.seep.report.JunitReportTest#verdicts")
    void isWellFormedAndLoadsNothingWhateverTheVerdict(Verdict verdict) {
        Document page = page(verdict);

        assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(Reports.elements(page, "title")).singleElement().satisfies(title -> assertThat(
                        title.getTextContent())
                .isEqualTo("seep: " + verdict.outcome().word()));
        assertThat(Reports.elements(page, "*")).allSatisfy(element -> {
            assertThat(element.getTagName())
                    .isNotIn("script", "link", "img", "iframe", "object", "embed", "base", "form");
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .isNotIn("src", "href", "action", "style")
                        .doesNotStartWith("on");
            }
        });
    }

    @Test
    void hasACardForALeakAWarningAndWhatIsOpen() {
        Finding threads = FindingFixture.of("leaking threads")
                .leaks("grows")
                .slope(4, 3, 5)
                .limit(100, 31)
                .build();
        Finding sockets = FindingFixture.of("leaking m")
                .metric("m", Unit.COUNT)
                .leaks("grows")
                .slope(3, 2, 4)
                .build();
        Finding warned = FindingFixture.of("warned threads")
                .leaks("grows")
                .slope(4, 3, 5)
                .known("SHOP-123", "2027-01-31")
                .build();
        List<Finding> findings = List.of(
                threads,
                sockets,
                warned,
                FindingFixture.of("open")
                        .open(InconclusiveReason.OPEN, "it may grow")
                        .build(),
                FindingFixture.of("passing").outline(1.0, 2.0).build(),
                FindingFixture.of("restarts").reason("none").counts(1, 0, 0).build(),
                FindingFixture.of("ignored").severity(Severity.IGNORE).build());
        List<Leak> leaks = List.of(
                LeakFixture.of(threads)
                        .id("0000aaaa")
                        .also(sockets)
                        .course(4, 36, 1)
                        .seen("+32 threads named pool", "pool", 32, 8)
                        .build(),
                LeakFixture.of(warned).id("0000bbbb").build());
        Document page = page(
                new Verdict(Outcome.LEAK, Verdicts.nothing().run(), "said of the run", 80, findings, leaks, List.of()));

        assertThat(texts(page, "h2")).containsExactly("Leaks (1)", "Warnings (1)", "Cannot be decided (1)");
        assertThat(texts(page, "h3")).containsExactly("leaking threads", "warned threads", "open");
        assertThat(Reports.elements(page, "article").stream().map(card -> card.getAttribute("class")))
                .containsExactly("leak", "warning", "open");
        assertThat(texts(page, "p"))
                .containsExactly(
                        "said of the run",
                        "from 4 to 36 threads, +4/h since the start; limit of 100 in 31 h",
                        "+32 threads named pool in 8 h, all of the growth; with it m +3/h",
                        "leak 0000aaaa",
                        "+4/h",
                        "known: SHOP-123, allowed until 2027-01-31",
                        "leak 0000bbbb",
                        "may leak: it may grow");
        assertThat(texts(page, "summary")).containsExactly("Passed (1)");
        assertThat(texts(page, "td")).containsExactly("passing", "steady", "▁█", "steady");
    }

    @Test
    void countsTheTargetsThatWereNotMeasuredAndNamesThemByReason() {
        Document page = page(Verdicts.rich());

        assertThat(texts(page, "h2")).contains("Not measured (6)");
        assertThat(texts(page, "li"))
                .contains(
                        "shop/vault-0/vault (denied)",
                        "shop/proxy-0/envoy, shop/proxy-1/envoy, shop/proxy-2/envoy and 2 more (no-shell)");
    }

    @Test
    void isDarkWhereTheReaderWantsItDark() {
        assertThat(text(Verdicts.rich()))
                .contains("color-scheme: light dark;")
                .contains("@media (prefers-color-scheme: dark) {");
    }

    @Test
    void listsTwoThousandOfThoseThatPassed() {
        Finding[] many = IntStream.range(0, 2500)
                .mapToObj(i -> FindingFixture.of("series" + i).build())
                .toArray(Finding[]::new);
        Document page = page(Verdicts.of(Outcome.PASS, many));

        assertThat(Reports.elements(page, "tr")).hasSize(2001);
        assertThat(texts(page, "summary")).containsExactly("Passed (2,500)");
        assertThat(texts(page, "p")).contains("and 500 more in the run folder");
    }

    @Test
    void tellsWhatHappenedAndWhatWasNotMeasured() {
        Document page = page(Verdicts.unmeasured());

        assertThat(texts(page, "h2")).containsExactly("Not measured (1)");
        assertThat(texts(page, "li")).containsExactly("shop/proxy/envoy (no-shell)");
        assertThat(texts(page, "summary")).containsExactly("Passed (0)", "What happened (1)");
        assertThat(texts(page, "td"))
                .containsExactly("2026-11-22T21:00:00Z", "poll-failed", "shop/proxy/envoy", "reason=no-shell");
        assertThat(texts(page, "dd")).containsExactly("2026-11-22T21:00:00Z", "8 h", "1", "1", "0", "1");
        assertThat(texts(page, "footer")).containsExactly("seep 1.0.0");
    }

    private static List<String> texts(Document page, String element) {
        return Reports.elements(page, element).stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** From 100 MiB by 4 MiB an hour for eight hours, of a limit of 160 MiB; each life begins anew. */
    private static Series leak(String pod, int lives) {
        double[] seconds = new double[SAMPLES];
        double[] values = new double[SAMPLES];
        int[] life = new int[SAMPLES];
        List<Incarnation> incarnations = new ArrayList<>();
        for (int i = 0; i < lives; i++) {
            incarnations.add(new Incarnation("life" + i, BEGIN.plusSeconds(i * 28_800L / lives), null));
        }
        for (int i = 0; i < SAMPLES; i++) {
            seconds[i] = BEGIN.getEpochSecond() + 30.0 * i;
            life[i] = i * lives / SAMPLES;
            int age = i - (life[i] * SAMPLES + lives - 1) / lives;
            values[i] = 0x1p20 * (100 + age / 30.0 + 0.1 * Math.sin(i));
        }
        Target target = Target.container("shop", pod, "app", "deployment/web");
        return new Series(
                target.path() + " memory.anon", target, MEMORY, incarnations, seconds, values, life, 0, 160 * 0x1p20);
    }

    private static Verdict verdict(List<Series> series) {
        Run run = new Run(
                BEGIN,
                BEGIN.plusSeconds(28_800),
                Duration.ofSeconds(30),
                SAMPLES,
                SAMPLES,
                0,
                series.size(),
                series,
                List.of());
        Verdict verdict = new Judge(Policy.DEFAULT).judge(run);
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        return verdict;
    }

    private static Document page(Verdict verdict) {
        return Reports.parsed(text(verdict));
    }

    private static String text(Verdict verdict) {
        return Reports.text(new HtmlReport("1.0.0"), verdict);
    }

    private static List<String> drawn(Document page, String element, String kind, String attribute) {
        return Reports.elements(page, element).stream()
                .filter(shape -> shape.getAttribute("class").equals(kind))
                .map(shape -> shape.getAttribute(attribute))
                .toList();
    }

    private static double y(String point) {
        return Double.parseDouble(point.split(",")[1]);
    }
}
