package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.trend.Pattern;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
    /** Bytes of a step's summary that GitHub shows. */
    private static final int MOST_OF_GITHUB = 1 << 20;

    @Test
    void hasNoTableWhereNothingIsToBeTold() {
        assertThat(text(Verdicts.of(Outcome.PASS, FindingFixture.of("web").build())))
                .isEqualTo("""
                        ## seep: pass

                        said of the run

                        1 series passed; 188,160 samples, 12 gaps.
                        """);
        assertThat(text(Verdicts.of(Outcome.PASS)))
                .contains("\n0 series passed; ")
                .doesNotContain("|");
    }

    @Test
    void hasARowForALeakAWarningAndAnOpenFinding() {
        Finding leak = FindingFixture.of("shop/web threads")
                .leaks("grows")
                .slope(4, 3, 5)
                .limit(100, 31)
                .outline(1.0, Double.NaN, 8.0)
                .build();
        Finding warned = FindingFixture.of("warned")
                .leaks("grows")
                .severity(Severity.WARN)
                .build();
        Finding open = FindingFixture.of("open")
                .open(InconclusiveReason.OPEN, "it may grow")
                .slope(4, 3, 5)
                .build();
        Finding fact = FindingFixture.of("restarts")
                .leaks("restarted twice")
                .counts(2, 0, 0)
                .build();
        Finding ignored = FindingFixture.of("ignored")
                .leaks("so what")
                .severity(Severity.IGNORE)
                .build();

        assertThat(text(Verdicts.of(Outcome.LEAK, leak, warned, open, fact, ignored)))
                .isEqualTo("""
                        ## seep: leak

                        said of the run

                        | | series | pattern | growth | limit | course | why |
                        |---|---|---|---|---|---|---|
                        | **leak** | shop/web threads | growth | 4/h (95 % 3 to 5) | 31 h to the limit | ▁ █ | grows |
                        | warning | warned | growth |  |  |  | grows |
                        | **inconclusive** | open | steady |  |  |  | it may grow |
                        | **leak** | restarts |  |  |  |  | restarted twice |

                        0 series passed; 188,160 samples, 12 gaps.
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "a|b ! a\\|b",
                "*a* _b_ `c` ! \\*a\\* \\_b\\_ \\`c\\`",
                "<script>x</script> ! &lt;script>x&lt;/script>",
                "a &lt; b ! a &amp;lt; b",
                "[a](http://b) ! \\[a\\](http://b)",
                "#12 @org/team ~s~ ! \\#12 \\@org/team \\~s\\~",
                "a\\|b ! a\\\\\\|b",
                "漢字 😀 ! 漢字 😀",
            })
    void showsNamesAsTheyAreAndObeysNone(String name, String written) {
        Verdict verdict =
                Verdicts.of(Outcome.LEAK, FindingFixture.of(name).leaks(name).build());

        assertThat(text(verdict)).contains("\n| **leak** | " + written + " | growth |  |  |  | " + written + " |\n");
    }

    @Test
    void keepsARowOnOneLine() {
        Verdict verdict = Verdicts.of(
                Outcome.LEAK,
                FindingFixture.of("a\r\nb\u2028c").leaks("d\u000be\u0085f").build());

        assertThat(text(verdict)).contains("\n| **leak** | a??b?c | growth |  |  |  | d?e?f |\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "|", "<", "&", "漢", "😀"})
    void staysWithinWhatGithubShowsWithTheLongestNames(String letter) {
        String longest = letter.repeat(10_000);
        Finding[] many = IntStream.range(0, 5000)
                .mapToObj(i -> FindingFixture.of(longest).leaks(longest).build())
                .toArray(Finding[]::new);
        List<String> notes = IntStream.range(0, 20).mapToObj(i -> longest).toList();
        Verdict verdict = new Verdict(Outcome.LEAK, crowded(longest), longest, 80, List.of(many), notes);

        String text = text(verdict);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_OF_GITHUB);
        long rows = text.lines().filter(line -> line.startsWith("| **leak**")).count();
        assertThat(rows).isBetween(50L, 100L);
        assertThat(text).contains("\nand " + String.format("%,d", 5000 - rows) + " more in verdict.json\n");
    }

    @Test
    void namesTwentyTargetsThatNeverAnswered() {
        Verdict verdict = new Verdict(Outcome.INCONCLUSIVE, crowded("BackOff"), "nothing was readable", 80, List.of());

        String named = text(verdict)
                .lines()
                .filter(line -> line.startsWith("**Not measured**: "))
                .findFirst()
                .orElseThrow();
        assertThat(named)
                .startsWith("**Not measured**: shop/web-0/app (no-shell), shop/web-1/app")
                .endsWith(" and 2,980 more");
        assertThat(named.split(", ")).hasSize(20);
    }

    @Test
    void tellsManyThatAreTooShortInOneLine() {
        Finding[] few = IntStream.range(0, 400)
                .mapToObj(i -> FindingFixture.of("series " + i)
                        .open(InconclusiveReason.TOO_SHORT, "too short")
                        .pattern(Pattern.TOO_SHORT)
                        .counts(1, 0, 1)
                        .build())
                .toArray(Finding[]::new);

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, few)))
                .contains("\n- 400 series have 1 sample: too short; 30 samples would tell\n")
                .doesNotContain("series 399");
    }

    /** A run in which 3,000 targets never answered, and as many reasons of events. */
    private static Run crowded(String reason) {
        Run run = Verdicts.nothing().run();
        List<Event> events = IntStream.range(0, 3000)
                .boxed()
                .flatMap(i -> List.of(
                        new Event(
                                run.from(),
                                Event.Type.POLL_FAILED,
                                Target.container("shop", "web-" + i, "app", "deployment/web"),
                                "a",
                                Map.of("reason", "no-shell")),
                        new Event(
                                run.from(),
                                Event.Type.ABNORMAL,
                                null,
                                null,
                                Map.of("namespace", reason, "object", reason + i, "reason", reason, "message", reason)))
                        .stream())
                .toList();
        return new Run(run.from(), run.to(), run.every(), 1, 0, 1, 3000, List.of(), events);
    }

    private static String text(Verdict verdict) {
        return Reports.text(new MarkdownReport(), verdict);
    }
}
