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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    private static final String MEASURED = "measured 8 h: 41 targets, 960 polls, 188,160 samples, 12 gaps\n";

    @Test
    void saysOfARunInWhichNothingLeaksThatItPassed() {
        Finding steady = FindingFixture.of("a").build();
        Finding warm = FindingFixture.of("b").pattern(Pattern.WARM_UP).build();

        assertThat(text(Verdicts.of(Outcome.PASS, steady, warm, steady)))
                .isEqualTo("PASS  said of the run\n\npassed   3 series: 2 steady, 1 warm-up\n" + MEASURED);
        assertThat(text(Verdicts.of(Outcome.PASS)))
                .isEqualTo("PASS  said of the run\n\npassed   0 series\n" + MEASURED);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 'open   '", "BLIND, 'blind  '", "TOO_SHORT, 'short  '"})
    void saysWhyAFindingIsOpenAndNoSlopeBesideItsReason(InconclusiveReason inconclusiveReason, String label) {
        Finding open = FindingFixture.of("web")
                .open(inconclusiveReason, "it may grow")
                .slope(4, 3, 5)
                .build();

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, open)))
                .contains("\n" + label + "  web  steady\n         it may grow\n");
    }

    @Test
    void countsWhatIsNotJudgedAndShowsItNowhere() {
        Finding ignored = FindingFixture.of("cache")
                .leaks("grows")
                .severity(Severity.IGNORE)
                .build();
        Finding warned = FindingFixture.of("queue")
                .open(InconclusiveReason.OPEN, "it may grow")
                .severity(Severity.WARN)
                .build();

        assertThat(text(Verdicts.of(Outcome.PASS, ignored, warned)))
                .isEqualTo("PASS  said of the run\n\npassed   0 series; 2 series not judged\n" + MEASURED);
    }

    @Test
    void showsAFactWithoutAPatternAndCountsItAmongNoSeries() {
        Finding restarts = FindingFixture.of("restarts")
                .leaks("restarted 3 times")
                .counts(3, 0, 0)
                .build();
        Finding harmless = FindingFixture.of("exits").counts(1, 0, 0).build();

        assertThat(text(Verdicts.of(Outcome.LEAK, restarts, harmless)))
                .contains("\nleak     restarts\n         restarted 3 times\n")
                .contains("\npassed   0 series\n");
    }

    @Test
    void countsOneOfEachWithoutAnS() {
        Run one = new Run(
                SeriesFixture.START,
                SeriesFixture.START.plusSeconds(60),
                Duration.ofSeconds(60),
                1,
                1,
                1,
                1,
                List.of(),
                List.of());

        assertThat(text(new Verdict(Outcome.PASS, one, "none", 80, List.of())))
                .endsWith("\nmeasured 60 s: 1 target, 1 poll, 1 sample, 1 gap\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void wrapsWhatIsToldOfFindingsAtTheWidthOfTheTerminal(int width) {
        String shown = text(Verdicts.leak(), new Style(false, true, width));

        assertThat(shown.lines().filter(line -> !line.startsWith("passed") && !line.startsWith("measured")))
                .allSatisfy(line -> assertThat(line.length() <= width || isOneWord(line))
                        .as(line)
                        .isTrue());
        assertThat(shown.replaceAll("\\s+", " "))
                .contains(
                        "leak shop/deployment/web/app memory.anon growth, 4.1 MiB/h (95 % 3.9 to 4.4), 31 h to the limit ▁")
                .contains(" does not flatten; the limit of 256 MiB is reached in 31 h ");
    }

    /** A word longer than the line stands alone behind its label. */
    private static boolean isOneWord(String line) {
        return !line.substring(Math.min(9, line.length())).contains(" ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void getsAlongWithoutRoom(int width) {
        assertThat(text(Verdicts.leak(), new Style(true, false, width)).replaceAll("\033\\[[0-9;]*m|\\s+", ""))
                .isEqualTo(text(Verdicts.leak(), new Style(false, false, 500)).replaceAll("\\s+", ""));
    }

    @Test
    void coloursNothingWithoutColourAndResetsEachColour() {
        String colours = text(Verdicts.leak(), new Style(true, true, 80));

        assertThat(text(Verdicts.leak(), new Style(false, true, 80))).doesNotContain("\033");
        assertThat(colours).contains("\033[31;1mLEAK\033[0m", "\033[33mwarning\033[0m", "\033[32mpassed\033[0m");
        assertThat(colours.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(text(Verdicts.leak(), new Style(false, true, 80)));
        assertThat(colours.lines()).allSatisfy(line -> assertThat(line.split("\033\\[0m", -1).length)
                .as(line)
                .isEqualTo(line.split("\033\\[[1-9]", -1).length));
    }

    @ParameterizedTest
    @CsvSource({"LEAK, 31;1", "INCONCLUSIVE, 33", "PASS, 32"})
    void hasAColourForEachOutcome(Outcome outcome, String colour) {
        assertThat(text(Verdicts.of(outcome), new Style(true, true, 80)))
                .startsWith("\033[" + colour + "m" + outcome.name() + "\033[0m  said of the run\n");
    }

    @Test
    void cutsANameThatNeverEnds() {
        Finding endless =
                FindingFixture.of("漢".repeat(10_000)).leaks("y".repeat(10_000)).build();

        String shown = text(Verdicts.of(Outcome.LEAK, endless));

        assertThat(shown).contains("漢".repeat(500) + "...\n").doesNotContain("漢".repeat(501));
        assertThat(shown).hasSizeLessThan(1500);
    }

    @Test
    void keepsWideCharactersAndMarksThemWhereThereIsOnlyAscii() {
        Verdict wide =
                Verdicts.of(Outcome.LEAK, FindingFixture.of("漢字😀é").leaks("λ").build());

        assertThat(text(wide)).contains("leak     漢字😀é  growth\n         λ\n");
        assertThat(text(wide, new Style(false, false, 80))).contains("leak     ????  growth\n         ?\n");
    }

    @Test
    void listsTwentyOfThousandsOfEachKind() {
        List<Finding> many = IntStream.range(0, 9000)
                .mapToObj(i -> {
                    FindingFixture one = FindingFixture.of("series" + i);
                    return switch (i % 3) {
                        case 0 -> one.leaks("grows").build();
                        case 1 -> one.leaks("grows").severity(Severity.WARN).build();
                        default -> one.open(InconclusiveReason.BLIND, "noisy").build();
                    };
                })
                .toList();

        String shown = text(Verdicts.of(Outcome.LEAK, many.toArray(Finding[]::new)));

        for (String label : List.of("leak   ", "warning", "blind  ")) {
            assertThat(shown.lines().filter(line -> line.startsWith(label + "  ")))
                    .hasSize(20);
        }
        assertThat(shown.lines().filter(line -> line.equals("  and 2,980 more of these in verdict.json")))
                .hasSize(3);
        assertThat(shown.indexOf("\nleak")).isLessThan(shown.indexOf("\nwarning"));
        assertThat(shown.indexOf("\nwarning")).isLessThan(shown.indexOf("\nblind"));
    }

    @Test
    void namesTwentyTargetsThatWereNotMeasuredAndCountsTheOthers() {
        Run run = Verdicts.nothing().run();
        List<Event> failed = IntStream.range(0, 25)
                .mapToObj(i -> new Event(
                        run.from(),
                        Event.Type.POLL_FAILED,
                        Target.container("shop", "a-pod-with-quite-a-long-name-" + i, "app", "deployment/web"),
                        "a",
                        Map.of()))
                .toList();
        Run silent = new Run(run.from(), run.to(), run.every(), 1, 0, 1, 25, List.of(), failed);

        String line = text(new Verdict(Outcome.INCONCLUSIVE, silent, "nothing", 80, List.of()))
                .lines()
                .filter(each -> each.startsWith("not measured  "))
                .findFirst()
                .orElseThrow();

        assertThat(line)
                .startsWith("not measured  shop/a-pod-with-quite-a-long-name-0/app (failed), ")
                .endsWith(" and 5 more");
        assertThat(line.split(", ")).hasSize(20);
    }

    private static String text(Verdict verdict) {
        return text(verdict, new Style(false, true, 100));
    }

    private static String text(Verdict verdict, Style style) {
        return Reports.text(new TextReport(style, null), verdict);
    }
}
