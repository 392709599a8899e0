package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.InEveryLocale;
import dev.seep.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** These tests seal the reports: a golden file that changes is a change for everybody who reads them. */
class ReportTest {
    @InEveryLocale
    void saysTheSameInEveryLocale() {
        Verdict leak = Verdicts.leak();
        assertThat(Reports.text(new VerdictJson("1.0.0"), leak)).isEqualTo(Reports.golden("verdict.json"));
        assertThat(Reports.text(new TextReport(new Style(false, true, 100), "./seep-20261122-210000"), leak))
                .isEqualTo(Reports.golden("verdict.txt"));
        assertThat(Reports.text(new TextReport(new Style(true, false, 60), null), leak))
                .isEqualTo(Reports.golden("verdict-ascii.txt"));
        assertThat(Reports.text(new MarkdownReport(), leak)).isEqualTo(Reports.golden("summary.md"));
        assertThat(Reports.text(new JunitReport(), leak)).isEqualTo(Reports.golden("junit.xml"));
    }

    @Test
    void showsNoCharacterOfANameThatATerminalObeys() {
        for (Style style : List.of(Style.PLAIN, new Style(false, false, 80))) {
            String shown = Reports.text(new TextReport(style, Verdicts.HOSTILE), Verdicts.hostile());
            assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(shown.lines()).noneMatch(line -> line.startsWith("::error"));
        }
        assertThat(Reports.text(new TextReport(new Style(false, false, 80), null), Verdicts.hostile()))
                .matches("[\\p{ASCII}]*");
    }

    @Test
    void keepsAMarkdownTableWholeWithHostileNames() {
        String table = Reports.text(new MarkdownReport(), Verdicts.hostile());
        String row = table.lines()
                .filter(line -> line.startsWith("| **leak**"))
                .findFirst()
                .orElseThrow();
        assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(8);
        assertThat(row).doesNotContain("<b>");
    }

    @Test
    void keepsAMarkdownSummaryAsLongAsAPersonReads() {
        String table = Reports.text(new MarkdownReport(), Verdicts.many(10_000));
        assertThat(table.lines().filter(line -> line.startsWith("| **leak**"))).hasSize(100);
        assertThat(table).contains("and 9,900 more in verdict.json");
    }

    @Test
    void annotatesTenErrorsAtTheMost() {
        assertThat(Reports.text(new GithubAnnotations(), Verdicts.many(10)).lines())
                .hasSize(10);
        assertThat(Reports.text(new GithubAnnotations(), Verdicts.many(25)).lines())
                .hasSize(10)
                .last()
                .isEqualTo("::error title=seep::16 more in verdict.json");
    }

    @Test
    void annotatesLeaksAsErrorsAndWarningsAsWarnings() {
        assertThat(Reports.text(new GithubAnnotations(), Verdicts.leak()).lines())
                .containsExactly(
                        "::error title=seep%3A shop/deployment/web/app memory.anon::grows 4.1 MiB/h (95 %25 3.9 to"
                                + " 4.4) and does not flatten; the limit of 256 MiB is reached in 31 h",
                        "::warning title=seep%3A shop/web-7d9f sockets.tcp.close_wait::grows in every life and is cut"
                                + " by restarts");
        assertThat(Reports.text(new GithubAnnotations(), Verdicts.nothing()))
                .isEqualTo("::warning title=seep%3A inconclusive::nothing was readable\n");
    }

    @Test
    void letsNoNameMakeAnAnnotationOfItsOwn() {
        assertThat(Reports.text(new GithubAnnotations(), Verdicts.hostile()).lines())
                .singleElement()
                .asString()
                .startsWith("::error title=seep%3A evil?[31m")
                .doesNotContain("\u001b");
    }

    @Test
    void namesWhatWasNotMeasured() {
        String xml = Reports.text(new JunitReport(), Verdicts.unmeasured());
        assertThat(Reports.parsed(xml).getElementsByTagName("skipped").getLength())
                .isEqualTo(2);
        assertThat(xml).contains("name=\"shop/proxy/envoy (no-shell)\"");
        assertThat(Reports.text(new MarkdownReport(), Verdicts.unmeasured()))
                .contains("**Not measured**: shop/proxy/envoy (no-shell)");
    }

    @Test
    void listsTwentyLeaksAndCountsTheOthers() {
        String shown = Reports.text(new TextReport(Style.PLAIN, null), Verdicts.many(25));
        assertThat(shown.lines().filter(line -> line.startsWith("leak "))).hasSize(20);
        assertThat(shown).contains("and 5 more of these in verdict.json");
    }

    @Test
    void writesXmlThatParsesWithHostileNames() {
        Document xml = Reports.parsed(Reports.text(new JunitReport(), Verdicts.hostile()));
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("<b>&|`*]]>\ud83d\ude00");
    }

    @Test
    void neverLooksPassedWhenNothingWasMeasured() {
        Document xml = Reports.parsed(Reports.text(new JunitReport(), Verdicts.nothing()));
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(Reports.text(new TextReport(Style.PLAIN, null), Verdicts.nothing()))
                .startsWith("INCONCLUSIVE  nothing was readable\n");
    }
}
