package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.testing.InEveryLocale;
import dev.seep.trend.Decision;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code seep explain} shows of a series, to the character, and of what rests on events. */
class ExplainTextTest {
    private static final Style ASCII = new Style(false, false, 60);
    private static final List<Double> SETTLES = List.of(3.0, 6.0, 7.0);
    private static final List<Double> GROWS = List.of(0.0, 4.0, 8.0);

    @InEveryLocale
    void saysTheSameOfALeakInEveryLocale() {
        assertThat(text(leak(), ASCII)).isEqualTo(Reports.golden("explain-ascii.txt"));
        assertThat(text(leak(), new Style(true, true, 100))).isEqualTo(Reports.golden("explain-colour.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void staysWithinTheTerminalButForLongWords(int width) {
        String shown = text(leak(), new Style(false, false, width));

        assertThat(shown.lines().skip(2))
                .filteredOn(line -> !line.startsWith("o if it settles"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Math.max(33, width)));
    }

    @Test
    void hasNoPictureOfASeriesWithoutSamples() {
        Explanation nothing = ExplanationFixture.of(
                        FindingFixture.of("shop/web threads")
                                .open(InconclusiveReason.TOO_SHORT, "nothing was readable")
                                .counts(0, 1234, 0)
                                .build(),
                        SeriesFixture.of())
                .build();

        assertThat(text(nothing, ASCII)).isEqualTo("""
                        shop/web threads

                        inconclusive nothing was readable
                        pattern      steady
                        seen         0 samples, 1,234 gaps, 0 lives
                        would change nothing that was tried: other allowances and
                                     horizons, less of the run
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROWS | 2.0 | explains the samples 2.7 times better than \"settles\" (constant); it is called growth from 5.8 times on",
                "OPEN | 0.0 | explains the samples 1 times worse than \"settles\" (constant); it is called growth from 5.8 times on",
                "SETTLES | -6 | explains the samples 20 times worse than \"settles\" (constant); it is called growth from 5.8 times on",
                "GROWS | 99 | explains the samples over a million times better than \"settles\" (constant); it is called growth from 5.8"
                        + " times on",
                "OPEN | 9 | explains the samples 90 times better than \"settles\" (constant); it is called growth from 5.8 times on,"
                        + " unless other signs speak against it, as here",
            })
    void weighsBothHypotheses(Decision decision, double evidence, String words) {
        Explanation explanation = explained(FindingFixture.of("web"))
                .fitted(decision, evidence, SETTLES, GROWS)
                .build();

        assertThat(text(explanation, Style.PLAIN).replaceAll("\\s+", " "))
                .contains("hypotheses \"keeps growing\" (linear) " + words + " pattern");
    }

    @Test
    void saysThatNothingThatGrowsFits() {
        Explanation explanation = explained(FindingFixture.of("web"))
                .fitted(Decision.SETTLES, -9, SETTLES, List.of())
                .build();

        assertThat(text(explanation, Style.PLAIN))
                .contains("\nhypotheses   nothing that keeps growing fits; it settles (constant)\n")
                .contains("\n○ if it settles\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | NaN | NaN | NaN | ''",
                "100 | NaN | NaN | NaN | limit        100",
                "100 | 31 | 20 | 72 | limit        100, reached in 31 h (95 % 20 h to 3 d)",
                "100 | 31 | 20 | Infinity | limit        100, reached in 31 h (95 % 20 h to never)",
            })
    void tellsOfTheLimitWhatIsKnown(double limit, double hours, double soonest, double latest, String words) {
        Explanation explanation = explained(FindingFixture.of("web").limit(limit, hours))
                .reached(soonest, latest)
                .build();

        assertThat(text(explanation, Style.PLAIN).lines().filter(line -> line.startsWith("limit")))
                .isEqualTo(words.isEmpty() ? List.of() : List.of(words));
    }

    @Test
    void callsTheSlopeOfAnOpenFindingTheOneInTheEnd() {
        FindingFixture finding = FindingFixture.of("web").slope(4, 3, 5);

        assertThat(text(explained(finding).build(), Style.PLAIN)).contains("\nslope        4/h (95 % 3 to 5)\n");
        assertThat(text(explained(finding.open(InconclusiveReason.OPEN, "open")).build(), Style.PLAIN))
                .contains("\nin the end   4/h (95 % 3 to 5), if it grows\n")
                .doesNotContain("slope");
    }

    @Test
    void listsTheFirstTwentyEventsOfAFact() {
        Finding fact = FindingFixture.of("restarts")
                .leaks("restarted 25 times")
                .counts(25, 0, 0)
                .build();
        Target web = Target.container("shop", "web-1", "app", "deployment/web");
        List<Event> events = IntStream.range(0, 25)
                .mapToObj(i -> new Event(
                        SeriesFixture.START.plusSeconds(i),
                        Event.Type.RESTARTED,
                        web,
                        "a",
                        Map.of("reason", "exit 7", "message", i == 0 ? "a\u001b[2J\nb" : "out of memory")))
                .toList();

        String shown = Reports.text(out -> new ExplainText(Style.PLAIN).write(fact, events, out));

        assertThat(shown.lines().filter(line -> line.contains("restarted: "))).hasSize(20);
        assertThat(shown).startsWith("""
                        restarts

                        leak         restarted 25 times
                        rests on     what happened, and on no series
                        seen         2026-11-22T20:00:00Z  shop/web-1/app restarted: a?[2J?b
                                     2026-11-22T20:00:01Z  shop/web-1/app restarted: out of memory
                        """).endsWith("\n             and 5 more in events.jsonl\n");
    }

    @Test
    void showsNoCharacterOfANameThatATerminalObeys() {
        Explanation hostile = explained(FindingFixture.of(Verdicts.HOSTILE).leaks(Verdicts.HOSTILE))
                .replicas(2)
                .changes(Verdicts.HOSTILE, Outcome.PASS)
                .build();

        assertThat(text(hostile, new Style(false, true, 80)).replace("\n", ""))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(text(hostile, ASCII)).matches("[\\p{ASCII}]*");
    }

    static Explanation leak() {
        FindingFixture finding = FindingFixture.of("shop/deployment/web/app threads")
                .in("deployment/web", null, "app")
                .metric("threads", Unit.COUNT)
                .leaks("grows 4/h (95 % 3 to 5) and does not flatten; the limit of 100 is reached in 31 h")
                .slope(4, 3, 5)
                .otherNumbers(0.5)
                .limit(100, 31)
                .counts(9, 1, 1);
        return explained(finding)
                .fitted(Decision.GROWS, 9, SETTLES, GROWS)
                .replicas(3)
                .reached(20, 72)
                .changes("an allowance of 5/h", Outcome.PASS)
                .build();
    }

    private static ExplanationFixture explained(FindingFixture finding) {
        double[] values = new double[9];
        Arrays.setAll(values, i -> i);
        Series series = SeriesFixture.of(values);
        return ExplanationFixture.of(finding.build(), series);
    }

    private static String text(Explanation explanation, Style style) {
        return Reports.text(out -> new ExplainText(style).write(explanation, out));
    }
}
