package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.RunIntent;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands below the findings: notes, and many series that are too short in one line. */
class NotesTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final String NOTE = "policy.yaml:2: no series has the metric 'zombie'; did you mean 'zombies'?";

    @Test
    void everyReportTellsANoteOnce() throws IOException {
        Verdict verdict = noting(NOTE);

        assertThat(Reports.text(new TextReport(new Style(false, true, 100), null, false), verdict))
                .contains("\nnote       " + NOTE + "\n")
                .containsOnlyOnce("zombies");
        assertThat(Reports.text(new MarkdownReport(), verdict))
                .contains("\n- policy.yaml:2: no series")
                .containsOnlyOnce("zombies");
        assertThat(Reports.text(new HtmlReport("1"), verdict))
                .contains("<li>policy.yaml:2")
                .containsOnlyOnce("zombies");
        assertThat(new ObjectMapper()
                        .readTree(Reports.text(new VerdictJson("1"), verdict))
                        .path("notes"))
                .hasToString("[\"" + NOTE + "\"]");
    }

    @Test
    void aNoteMakesNoTerminalAndNoTableObey() {
        Verdict verdict = noting(Verdicts.HOSTILE);

        String shown = Reports.text(new TextReport(new Style(false, false, 80), null, false), verdict);
        assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(shown.lines()).noneMatch(line -> line.startsWith("::error"));
        assertThat(Reports.text(new MarkdownReport(), verdict)).doesNotContain("<b>");
        assertThat(Reports.text(new HtmlReport("1"), verdict)).doesNotContain("<b>");
    }

    @Test
    void manySeriesThatAreTooShortAreOneLine() {
        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(83));
        String line = "83 series have 1 or 2 samples; a run of 15 min would tell";

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        String shown = Reports.text(new TextReport(new Style(false, true, 100), null, false), verdict);
        assertThat(shown).contains("\ntoo short  " + line + "\n");
        assertThat(shown.lines()).hasSizeLessThan(10);
        String html = Reports.text(new HtmlReport("1"), verdict);
        assertThat(html).contains("<li>too short: " + line + "</li>").doesNotContain("<svg");
        assertThat(Reports.text(new MarkdownReport(), verdict))
                .contains("- too short: " + line)
                .doesNotContain("|");
    }

    @Test
    void aFewAreToldOneByOne() {
        String shown = Reports.text(new TextReport(Style.PLAIN, null, false), new Judge(Policy.DEFAULT).judge(run(2)));

        assertThat(shown).doesNotContain("series have").contains("too short  shop/deployment/web/app m0");
    }

    @Test
    void aMeasurementThatNeverCameIsMissing() {
        Run run = run(1).meantAs(new RunIntent(List.of("rows"), null));

        String shown = Reports.text(new TextReport(Style.PLAIN, null, false), new Judge(Policy.DEFAULT).judge(run));

        assertThat(shown).contains("missing    rows").contains("never brought a value");
    }

    private static Verdict noting(String note) {
        return Verdicts.of(Outcome.PASS, run(0), "none of 0 series leaks", note);
    }

    private static Run run(int series) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            all.add(series("m" + i, 1 + i % 2));
        }
        return new Run(START, START.plusSeconds(30), Duration.ofSeconds(30), 2, 2, 0, 1, all, List.of());
    }

    private static Series series(String metric, int size) {
        Target target = Target.container("shop", "web-1", "app", "deployment/web");
        double[] seconds = new double[size];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + 30.0 * i);
        return new Series(
                target.path() + " " + metric,
                target,
                Metric.unlimited(metric, Unit.COUNT, BadDirection.UP),
                List.of(new Incarnation("a", START, null)),
                seconds,
                new double[size],
                new int[size],
                0,
                Double.NaN);
    }
}
