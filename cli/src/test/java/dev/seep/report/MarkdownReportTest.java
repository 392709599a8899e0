package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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

                        1 series passed; 41 targets, 188,160 samples, 12 gaps.
                        """);
        assertThat(text(Verdicts.of(Outcome.PASS)))
                .contains("\n0 series passed; ")
                .doesNotContain("|");
    }

    @Test
    void hasARowForALeakAndALineForEachKindOfWhatIsOpen() {
        Finding threads = FindingFixture.of("shop/web threads")
                .leaks("grows")
                .slope(4, 3, 5)
                .limit(100, 31)
                .outline(1.0, Double.NaN, 8.0)
                .build();
        Finding sockets = FindingFixture.of("shop/web sockets.tcp.close_wait")
                .metric("sockets.tcp.close_wait", Unit.COUNT)
                .leaks("grows")
                .slope(3, 2, 4)
                .build();
        Finding ends = FindingFixture.of("shop/web restarts")
                .happened(2, "was killed for memory 2 times")
                .build();
        Finding warned = FindingFixture.of("warned threads")
                .leaks("grows")
                .slope(4, 3, 5)
                .known("SHOP-123", "2027-01-31")
                .build();
        Finding fact =
                FindingFixture.of("restarts").happened(2, "restarted twice").build();
        Finding open = FindingFixture.of("open threads")
                .open(InconclusiveReason.OPEN, "may go on")
                .slope(4, 3, 5)
                .build();
        Finding noisy = FindingFixture.of("noisy m")
                .metric("m", Unit.COUNT)
                .open(InconclusiveReason.BLIND, "could hide much")
                .build();
        Finding ignored = FindingFixture.of("ignored")
                .leaks("so what")
                .severity(Severity.IGNORE)
                .build();
        Leak leak = LeakFixture.of(threads)
                .id("0000aaaa")
                .course(4, 36, 2)
                .seen("+30 threads named pool", "pool", 30, 8)
                .also(sockets)
                .ends(ends)
                .build();
        Verdict verdict = new Verdict(
                Outcome.LEAK,
                Verdicts.nothing().run(),
                "said of the run",
                80,
                List.of(threads, sockets, ends, warned, fact, open, noisy, ignored),
                List.of(
                        leak,
                        LeakFixture.of(fact).id("0000bbbb").build(),
                        LeakFixture.of(warned).id("0000cccc").build()),
                List.of());

        assertThat(text(verdict)).isEqualTo("""
                        ## seep: leak

                        said of the run

                        | | where | metric | growth | limit | what it is | course | id |
                        |---|---|---|---|---|---|---|---|
                        | **leak** | shop/web | threads | from 4 to 36 threads, +4/h in each of 2 replicas since the start \
                        | limit of 100 in 31 h | +30 threads named pool in 8 h, 94 % of the growth; was killed for memory 2 times; \
                        with it sockets.tcp.close\\_wait +3/h | ▁ █ | 0000aaaa |
                        | **leak** | restarts | threads | restarted twice |  |  |  | 0000bbbb |
                        | warning | warned | threads | +4/h |  | known: SHOP-123, allowed until 2027-01-31 |  | 0000cccc |

                        - may leak: open threads may go on
                        - noisy: noisy m could hide much

                        0 series passed; 41 targets, 188,160 samples, 12 gaps.
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
        assertThat(text(named(name, name)))
                .contains("\n| **leak** | " + written + " | threads |  | " + written + " |  |  | 3f2a9c1b |\n");
    }

    @Test
    void keepsARowOnOneLine() {
        assertThat(text(named("a\r\nb\u2028c", "d\u000be\u0085f")))
                .contains("\n| **leak** | a??b?c | threads |  | d?e?f |  |  | 3f2a9c1b |\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "|", "<", "&", "漢", "😀"})
    void staysWithinWhatGithubShowsWithTheLongestNames(String letter) {
        String longest = letter.repeat(10_000);
        Finding one = FindingFixture.of(longest)
                .metric(longest, Unit.COUNT)
                .leaks(longest)
                .cause(longest)
                .known(longest, "2027-01-31")
                .build();
        Leak leak = LeakFixture.of(one).fact(longest).build();
        List<String> notes = IntStream.range(0, 20).mapToObj(i -> longest).toList();
        Verdict verdict = new Verdict(
                Outcome.LEAK,
                crowded(longest),
                longest,
                80,
                undecided(longest),
                Collections.nCopies(5000, leak),
                notes);

        String text = text(verdict);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_OF_GITHUB);
        long rows = text.lines().filter(line -> line.startsWith("| warning")).count();
        assertThat(rows).isBetween(30L, 100L);
        assertThat(text).contains("\nand " + String.format("%,d", 5000 - rows) + " more in verdict.json\n");
    }

    @Test
    void staysFarBelowThatWithTableRowsAlone() {
        Finding endless = FindingFixture.of("web")
                .leaks("grows")
                .cause("漢".repeat(10_000))
                .build();
        Leak leak = LeakFixture.of(endless).fact("漢".repeat(10_000)).build();

        String text = text(Verdicts.leaks(Collections.nCopies(200, leak).toArray(Leak[]::new)));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(500_000 + 1000);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, ''", "101, 100, 'and 1 more in verdict.json'", "9999, 100, 'and 9,899 more in verdict.json'"
    })
    void hasAHundredRowsAtTheMost(int leaks, int rows, String more) {
        String text = text(Verdicts.many(leaks));

        assertThat(text.lines().filter(line -> line.startsWith("| **leak**"))).hasSize(rows);
        assertThat(text.contains("more in verdict.json")).isEqualTo(!more.isEmpty());
        assertThat(text).contains(more);
    }

    @Test
    void listsTwentyKindsOfWhatIsOpenAndCountsTheOthers() {
        Verdict verdict = Verdicts.of(Outcome.INCONCLUSIVE, undecided("m").toArray(Finding[]::new));

        assertThat(text(verdict).lines().filter(line -> line.startsWith("- may leak: ")))
                .hasSize(20);
        assertThat(text(verdict)).contains("\n- and 30 more kinds in verdict.json\n");
    }

    @Test
    void namesTargetsThatNeverAnsweredByTheReason() {
        Verdict verdict = Verdicts.of(Outcome.INCONCLUSIVE, crowded("BackOff"), "nothing was readable");

        assertThat(text(verdict))
                .contains("\n**Not measured**: shop/web-0/app, shop/web-1/app, shop/web-2/app and 2,997 more"
                        + " (no-shell)\n");
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
                .contains("\n- too short: 400 series have 1 sample; 30 samples would tell\n")
                .doesNotContain("series 399");
    }

    /** A leak of which these words are all there is to say. */
    private static Verdict named(String name, String words) {
        Finding finding = FindingFixture.of(name).leaks("grows").build();
        return Verdicts.leaks(LeakFixture.of(finding).id("3f2a9c1b").fact(words).build());
    }

    /** Fifty series of as many metrics, each of which may leak. */
    private static List<Finding> undecided(String metric) {
        return IntStream.range(0, 50)
                .mapToObj(i -> FindingFixture.of("web " + i)
                        .metric(i + metric, Unit.COUNT)
                        .open(InconclusiveReason.OPEN, metric)
                        .build())
                .toList();
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
