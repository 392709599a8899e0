package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.Golden;
import dev.seep.testing.InEveryLocale;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** These tests seal the reports: a golden file that changes is a change for everybody who reads them. */
class ReportTest {
    private static final String PATH = "seep-20261122-210000";

    @InEveryLocale
    void tellsProgramsTheSame() throws IOException {
        Golden.isKept("report/verdict.json", Reports.text(new VerdictJson("1.0.0"), Verdicts.rich()));
    }

    @InEveryLocale
    void tellsPeopleTheSame() throws IOException {
        Golden.isKept("report/verdict.txt", text(new Style(false, true, 100)));
    }

    @InEveryLocale
    void tellsPeopleTheSameInColour() throws IOException {
        Golden.isKept("report/verdict-colour.txt", text(new Style(true, true, 100)));
    }

    @InEveryLocale
    void tellsPeopleTheSameInLittleRoom() throws IOException {
        Golden.isKept("report/verdict-narrow.txt", text(new Style(false, true, 40)));
    }

    @InEveryLocale
    void tellsPeopleTheSameInAscii() throws IOException {
        Golden.isKept("report/verdict-ascii.txt", text(new Style(false, false, 40)));
    }

    @InEveryLocale
    void tellsASummaryTheSame() throws IOException {
        Golden.isKept("report/summary.md", Reports.text(new MarkdownReport(), Verdicts.rich()));
    }

    @InEveryLocale
    void tellsTestServersTheSame() throws IOException {
        Golden.isKept("report/junit.xml", Reports.text(new JunitReport(), Verdicts.rich()));
    }

    @InEveryLocale
    void tellsGithubTheSame() throws IOException {
        Golden.isKept("report/annotations.txt", Reports.text(new GithubAnnotations(), Verdicts.rich()));
    }

    private static String text(Style style) {
        return Reports.text(new TextReport(style, PATH, false), Verdicts.rich());
    }

    @Test
    void showsNoCharacterOfANameThatATerminalObeys() {
        for (Style style : List.of(Style.PLAIN, new Style(false, false, 80))) {
            String shown = Reports.text(new TextReport(style, Verdicts.HOSTILE, true), Verdicts.hostile());
            assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(shown.lines()).noneMatch(line -> line.startsWith("::error"));
        }
        assertThat(Reports.text(new TextReport(new Style(false, false, 80), null, false), Verdicts.hostile()))
                .matches("[\\p{ASCII}]*");
    }

    @Test
    void keepsAMarkdownTableWholeWithHostileNames() {
        String table = Reports.text(new MarkdownReport(), Verdicts.hostile());
        String row = table.lines()
                .filter(line -> line.startsWith("| **leak**"))
                .findFirst()
                .orElseThrow();
        assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(9);
        assertThat(row).doesNotContain("<b>");
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
                .isEqualTo(1);
        assertThat(xml).contains("classname=\"shop/pod/proxy\" name=\"envoy\"").contains("no-shell");
        assertThat(Reports.text(new MarkdownReport(), Verdicts.unmeasured()))
                .contains("**Not measured**: shop/proxy/envoy (no-shell)");
        assertThat(Reports.text(new TextReport(Style.PLAIN, null, false), Verdicts.unmeasured()))
                .contains("unread     shop/proxy/envoy (no-shell)");
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
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(Reports.text(new TextReport(Style.PLAIN, null, false), Verdicts.nothing()))
                .startsWith("INCONCLUSIVE  nothing was readable\n");
    }
}
