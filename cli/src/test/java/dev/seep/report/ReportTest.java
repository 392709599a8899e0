package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** These tests seal the reports: a golden file that changes is a change for everybody who reads them. */
class ReportTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "ar-EG", "th-TH-u-nu-thai", "de-DE", "tr-TR"})
    void saysTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Verdict leak = Verdicts.leak();
        assertThat(text(new VerdictJson("1.0.0"), leak)).isEqualTo(golden("verdict.json"));
        assertThat(text(new TextReport(new Style(false, true, 100), "./seep-20261122-210000"), leak))
                .isEqualTo(golden("verdict.txt"));
        assertThat(text(new TextReport(new Style(true, false, 60), null), leak)).isEqualTo(golden("verdict-ascii.txt"));
        assertThat(text(new MarkdownReport(), leak)).isEqualTo(golden("summary.md"));
        assertThat(text(new JunitReport(), leak)).isEqualTo(golden("junit.xml"));
    }

    @Test
    void showsNoCharacterOfANameThatATerminalObeys() throws IOException {
        for (Style style : List.of(Style.PLAIN, new Style(false, false, 80))) {
            String shown = text(new TextReport(style, Verdicts.HOSTILE), Verdicts.hostile());
            assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(shown.lines()).noneMatch(line -> line.startsWith("::error"));
        }
        assertThat(text(new TextReport(new Style(false, false, 80), null), Verdicts.hostile()))
                .matches("[\\p{ASCII}]*");
    }

    @Test
    void keepsAMarkdownTableWholeWithHostileNames() throws IOException {
        String table = text(new MarkdownReport(), Verdicts.hostile());
        String row = table.lines()
                .filter(line -> line.startsWith("| **leak**"))
                .findFirst()
                .orElseThrow();
        assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(8);
        assertThat(row).doesNotContain("<b>");
    }

    @Test
    void keepsAMarkdownSummaryAsLongAsAPersonReads() throws IOException {
        String table = text(new MarkdownReport(), Verdicts.many(10_000));
        assertThat(table.lines().filter(line -> line.startsWith("| **leak**"))).hasSize(100);
        assertThat(table).contains("and 9,900 more in verdict.json");
    }

    @Test
    void annotatesTenErrorsAtTheMost() throws IOException {
        assertThat(text(new GithubAnnotations(), Verdicts.many(10)).lines()).hasSize(10);
        assertThat(text(new GithubAnnotations(), Verdicts.many(25)).lines())
                .hasSize(10)
                .last()
                .isEqualTo("::error title=seep::16 more in verdict.json");
    }

    @Test
    void annotatesLeaksAsErrorsAndWarningsAsWarnings() throws IOException {
        assertThat(text(new GithubAnnotations(), Verdicts.leak()).lines())
                .containsExactly(
                        "::error title=seep%3A shop/deployment/web/app memory.anon::grows 4.1 MiB/h (95 %25 3.9 to"
                                + " 4.4) and does not flatten; the limit of 256 MiB is reached in 31 h",
                        "::warning title=seep%3A shop/web-7d9f sockets.tcp.close_wait::grows in every life and is cut"
                                + " by restarts");
        assertThat(text(new GithubAnnotations(), Verdicts.nothing()))
                .isEqualTo("::warning title=seep%3A inconclusive::nothing was readable\n");
    }

    @Test
    void letsNoNameMakeAnAnnotationOfItsOwn() throws IOException {
        assertThat(text(new GithubAnnotations(), Verdicts.hostile()).lines())
                .singleElement()
                .asString()
                .startsWith("::error title=seep%3A evil?[31m")
                .doesNotContain("\u001b");
    }

    @Test
    void namesWhatWasNotMeasured() throws Exception {
        String xml = text(new JunitReport(), Verdicts.unmeasured());
        assertThat(parse(xml).getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(xml).contains("name=\"shop/proxy/envoy (no-shell)\"");
        assertThat(text(new MarkdownReport(), Verdicts.unmeasured()))
                .contains("**Not measured**: shop/proxy/envoy (no-shell)");
    }

    @Test
    void writesXmlThatTheStrictestReaderTakes() throws Exception {
        URL file = Objects.requireNonNull(ReportTest.class.getResource("/report/junit.xsd"));
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
        for (Verdict verdict : List.of(
                Verdicts.leak(), Verdicts.hostile(), Verdicts.nothing(), Verdicts.unmeasured(), Verdicts.many(25))) {
            String xml = text(new JunitReport(), verdict);
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Test
    void listsTwentyLeaksAndCountsTheOthers() throws IOException {
        String shown = text(new TextReport(Style.PLAIN, null), Verdicts.many(25));
        assertThat(shown.lines().filter(line -> line.startsWith("leak "))).hasSize(20);
        assertThat(shown).contains("and 5 more of these in verdict.json");
    }

    @Test
    void writesXmlThatParsesWithHostileNames() throws Exception {
        Document xml = parse(text(new JunitReport(), Verdicts.hostile()));
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("<b>&|`*]]>\ud83d\ude00");
    }

    @Test
    void neverLooksPassedWhenNothingWasMeasured() throws Exception {
        Document xml = parse(text(new JunitReport(), Verdicts.nothing()));
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(text(new TextReport(Style.PLAIN, null), Verdicts.nothing()))
                .startsWith("INCONCLUSIVE  nothing was readable\n");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Report report, Verdict verdict) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(verdict, out);
        return out.toString();
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ReportTest.class.getResourceAsStream("/report/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
