package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.testing.Golden;
import dev.seep.testing.InEveryLocale;
import dev.seep.trend.Decision;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import java.io.IOException;
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
    void saysTheSameOfALeakInAscii() throws IOException {
        Golden.isKept("report/explain-ascii.txt", text(leak(), ASCII));
    }

    @InEveryLocale
    void saysTheSameOfALeakInColour() throws IOException {
        Golden.isKept("report/explain-colour.txt", text(leak(), new Style(true, true, 100)));
    }

    @Test
    void showsTheLeakFirstAndTheSeriesWithoutItWhereThereIsNone() {
        Explanation steady = explained(FindingFixture.of("web threads")).build();

        assertThat(text(steady, ASCII)).startsWith("web threads\n8 +").doesNotContain("\nid ", "course", "grows too");
        assertThat(text(leak(), ASCII)).startsWith("shop/deployment/web/app threads\nid           3f2a9c1b\ncourse ");
    }

    @Test
    void namesTheMainMetricOfALeakToWhoAsksForAnotherOne() {
        Finding main = FindingFixture.of("web memory.anon")
                .metric("memory.anon", Unit.BYTES)
                .leaks("grows")
                .build();
        Finding rss = FindingFixture.of("web memory.rss")
                .metric("memory.rss", Unit.BYTES)
                .leaks("grows")
                .build();
        Leak leak = LeakFixture.of(main).id("3f2a9c1b").also(rss).build();

        assertThat(text(ExplanationFixture.of(rss, SeriesFixture.of()).of(leak).build(), ASCII))
                .startsWith("""
                        web memory.rss
                        part of      3f2a9c1b, whose main metric is memory.anon
                        """);
    }

    @Test
    void saysOfALeakThatMerelyHappenedNothingTwice() {
        Finding fact = FindingFixture.of("restarts")
                .happened(1, "restarted once: exit 7")
                .build();
        Leak leak = LeakFixture.of(fact).id("3f2a9c1b").build();

        assertThat(Reports.text(out -> new ExplainText(Style.PLAIN).write(fact, leak, List.of(), out)))
                .isEqualTo("""
                        restarts
                        id           3f2a9c1b

                        leak         restarted once: exit 7
                        rests on     what happened, and on no series
                        """);
    }

    @Test
    void showsWhenItBeganAnewAndWhy() {
        assertThat(text(living(3), Style.PLAIN)).contains("""

                        changed      2026-11-22T21:00:00Z  began anew, after OOMKilled
                                     2026-11-22T22:00:00Z  began anew, after OOMKilled
                        """);
        assertThat(text(living(1), Style.PLAIN)).doesNotContain("began anew");
    }

    @Test
    void showsTheFirstTwentyLivesAndCountsTheOthers() {
        String shown = text(living(25), Style.PLAIN);

        assertThat(shown.lines().filter(line -> line.contains("began anew"))).hasSize(19);
        assertThat(shown).contains("\n             and 5 more lives\n");
        assertThat(text(living(20), Style.PLAIN)).doesNotContain("more lives");
    }

    /** A series of so many lives, an hour each, that all but the first begin after a kill. */
    private static Explanation living(int lives) {
        Series plain = SeriesFixture.of(new double[lives]);
        List<Incarnation> incarnations = IntStream.range(0, lives)
                .mapToObj(i -> new Incarnation(
                        "life" + i, SeriesFixture.START.plusSeconds(3600L * i), i == 0 ? null : "OOMKilled"))
                .toList();
        Series series = new Series(
                plain.name(),
                plain.target(),
                plain.metric(),
                incarnations,
                IntStream.range(0, lives).mapToDouble(plain::seconds).toArray(),
                new double[lives],
                IntStream.range(0, lives).toArray(),
                0,
                Double.NaN);
        return ExplanationFixture.of(FindingFixture.of("web").build(), series).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void staysWithinTheTerminalButForLongWords(int width) {
        String shown = text(leak(), new Style(false, false, width));

        assertThat(shown.lines())
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
        Finding fact =
                FindingFixture.of("restarts").happened(25, "restarted 25 times").build();
        Target web = Target.container("shop", "web-1", "app", "deployment/web");
        List<Event> events = IntStream.range(0, 25)
                .mapToObj(i -> new Event(
                        SeriesFixture.START.plusSeconds(i),
                        Event.Type.RESTARTED,
                        web,
                        "a",
                        Map.of("reason", "exit 7", "message", i == 0 ? "a\u001b[2J\nb" : "out of memory")))
                .toList();

        String shown = Reports.text(out -> new ExplainText(Style.PLAIN).write(fact, null, events, out));

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
        Finding sockets = FindingFixture.of("shop/deployment/web sockets.tcp.close_wait")
                .in("deployment/web", null, null)
                .metric("sockets.tcp.close_wait", Unit.COUNT)
                .leaks("grows")
                .slope(3, 2, 4)
                .build();
        Finding kills = FindingFixture.of("shop/deployment/web/app restarts")
                .in("deployment/web", null, "app")
                .happened(2, "was killed for memory 2 times")
                .build();
        Leak leak = LeakFixture.of(finding.build())
                .id("3f2a9c1b")
                .also(sockets)
                .ends(kills)
                .course(4, 36, 3)
                .seen("+30 threads named pool of java", "pool", 30, 8)
                .build();
        return explained(finding)
                .of(leak)
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
