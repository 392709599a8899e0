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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    private static final String MEASURED = "measured   8 h: 41 targets, 188,160 samples, 12 gaps\n";
    private static final Style WIDE = new Style(false, true, 100);

    static Stream<Verdict> verdicts() {
        return Stream.concat(
                Stream.of(Verdicts.rich()),
                Stream.of(
                        Verdicts.early(),
                        Verdicts.hostile(),
                        Verdicts.nothing(),
                        Verdicts.unmeasured(),
                        Verdicts.events(3),
                        Verdicts.many(2000)));
    }

    @Test
    void saysOfARunInWhichNothingLeaksThatItPassed() {
        Finding steady = FindingFixture.of("a").build();
        Finding warm = FindingFixture.of("b").pattern(Pattern.WARM_UP).build();

        assertThat(text(Verdicts.of(Outcome.PASS, steady, warm, steady)))
                .isEqualTo("PASS  said of the run\n\npassed     3 series\n" + MEASURED);
        assertThat(text(Verdicts.of(Outcome.PASS)))
                .isEqualTo("PASS  said of the run\n\npassed     0 series\n" + MEASURED);
    }

    @ParameterizedTest
    @CsvSource({"LEAK", "INCONCLUSIVE", "PASS"})
    void beginsWithTheOutcomeAndItsReason(Outcome outcome) {
        assertThat(text(Verdicts.of(outcome)).lines().findFirst()).hasValue(outcome + "  said of the run");
    }

    @Test
    void tellsALeakInThreeParts() {
        Finding memory = FindingFixture.of("shop/deployment/web/app memory.anon")
                .in("deployment/web", null, "app")
                .metric("memory.anon", Unit.BYTES)
                .leaks("not told here")
                .slope(1 << 20, 1 << 19, 1 << 21)
                .limit(64 << 20, 5)
                .outline(1.0, 8.0)
                .build();
        Leak leak = LeakFixture.of(memory)
                .id("3f2a9c1b")
                .course(10 << 20, 18 << 20, 2)
                .seen("+7 MiB heap of awk", "[heap]", 7 << 20, 7)
                .build();

        assertThat(text(Verdicts.leaks(leak))).isEqualTo("""
                LEAK  said of the run

                shop/deployment/web/app  memory.anon                                                    ▁█  3f2a9c1b
                    from 10 to 18 MiB, +1 MiB/h in each of 2 replicas since the start; limit of 64 MiB in 5 h
                    +7 MiB heap of awk in 7 h, all of the growth

                passed     0 series
                """ + MEASURED);
    }

    @Test
    void tellsAFactByWhatHappened() {
        Finding restarts = FindingFixture.of("shop/deployment/api/app restarts")
                .in("deployment/api", null, "app")
                .metric("restarts", Unit.COUNT)
                .happened(4, "restarted 4 times: exit 7")
                .build();
        Finding harmless = FindingFixture.of("exits").counts(1, 0, 0).build();

        assertThat(text(Verdicts.of(Outcome.LEAK, restarts, harmless)))
                .matches("(?s).*\nshop/deployment/api/app  restarts {50,}[0-9a-f]{8}\n"
                        + "    restarted 4 times: exit 7\n\npassed     0 series\n.*");
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 'may leak   '", "BLIND, 'noisy      '", "TOO_SHORT, 'too short  '"})
    void saysWhyASeriesIsUndecided(InconclusiveReason why, String label) {
        Finding open = FindingFixture.of("web threads")
                .open(why, "it may grow")
                .slope(4, 3, 5)
                .build();

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, open)))
                .contains("\n" + label + "web threads it may grow\n")
                .doesNotContain("4/h");
    }

    @Test
    void saysThatAMeasurementIsMissing() {
        Finding silent = FindingFixture.of("rows")
                .happened(0, "never brought a value")
                .missing()
                .build();

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, silent)))
                .contains("\nmissing    rows never brought a value\n")
                .contains("\npassed     0 series\n");
    }

    @Test
    void tellsManyOfOneKindInOneLine() {
        Finding[] noisy = IntStream.range(0, 3000)
                .mapToObj(i -> FindingFixture.of("shop/web-" + i + " threads")
                        .open(InconclusiveReason.BLIND, "is too noisy")
                        .hoursToTell(i == 7 ? 40 : 10)
                        .build())
                .toArray(Finding[]::new);

        String shown = text(Verdicts.of(Outcome.INCONCLUSIVE, noisy));

        assertThat(shown)
                .contains("\nnoisy      threads of shop/web-0, shop/web-1, shop/web-2 and 2,997 more; a run of 40 h"
                        + " would tell\n");
        assertThat(shown.lines()).hasSize(5);
    }

    @Test
    void saysNothingOfTheLengthThatNobodyKnows() {
        Finding[] open = IntStream.range(0, 2)
                .mapToObj(i -> FindingFixture.of("shop/web-" + i + " threads")
                        .open(InconclusiveReason.OPEN, "may go on")
                        .build())
                .toArray(Finding[]::new);

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, open)))
                .contains("\nmay leak   threads of shop/web-0, shop/web-1\n");
    }

    @Test
    void tellsOfSixKindsAndCountsTheOthers() {
        Finding[] kinds = IntStream.range(0, 9)
                .mapToObj(i -> FindingFixture.of("web m" + i)
                        .metric("m" + i, Unit.COUNT)
                        .open(InconclusiveReason.OPEN, "may go on")
                        .build())
                .toArray(Finding[]::new);

        String shown = text(Verdicts.of(Outcome.INCONCLUSIVE, kinds));

        assertThat(shown.lines().filter(line -> line.startsWith("may leak"))).hasSize(6);
        assertThat(shown).contains("\n           and 3 more kinds in verdict.json\n");
    }

    @Test
    void tellsNotOfASeriesThatTheLineOfTheShortOnesTells() {
        Finding[] few = IntStream.range(0, 4)
                .mapToObj(i -> FindingFixture.of("shop/web-" + i + " threads")
                        .open(InconclusiveReason.TOO_SHORT, "has only 4 samples")
                        .pattern(Pattern.TOO_SHORT)
                        .counts(4, 0, 1)
                        .build())
                .toArray(Finding[]::new);

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, few)))
                .contains("\n\ntoo short  4 series have 4 samples; 30 samples would tell\npassed ")
                .doesNotContain("shop/web");
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
                .isEqualTo("PASS  said of the run\n\npassed     0 series; 2 are recorded and not judged\n" + MEASURED);
    }

    @Test
    void saysWhatWouldHaveShownUnlessTheFirstLineDoes() {
        Finding passed = FindingFixture.of("web threads").otherNumbers(16).build();
        Finding open = FindingFixture.of("web fds.open")
                .open(InconclusiveReason.OPEN, "may go on")
                .build();

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, passed, open)))
                .contains("\npassed     1 series; growth above 16/h of count would have shown\n");
        assertThat(text(Verdicts.of(Outcome.PASS, passed))).contains("\npassed     1 series\n");
    }

    @Test
    void namesUnreadTargetsByTheReason() {
        Run run = Verdicts.nothing().run();
        List<Event> failed = new ArrayList<>();
        IntStream.range(0, 25).forEach(i -> failed.add(failed(run, "proxy-" + i, "no-shell")));
        failed.add(failed(run, "vault-0", "denied"));
        Run silent = new Run(run.from(), run.to(), run.every(), 1, 0, 1, 26, List.of(), failed);

        assertThat(text(Verdicts.of(Outcome.INCONCLUSIVE, silent, "nothing")))
                .contains("\nunread     shop/vault-0/app (denied), shop/proxy-0/app, shop/proxy-1/app,"
                        + " shop/proxy-2/app and\n           22 more (no-shell)\n");
    }

    @Test
    void tellsThePollsToWhoAsksForThem() {
        assertThat(text(Verdicts.rich())).doesNotContain("polls");
        assertThat(Reports.text(new TextReport(WIDE, null, true), Verdicts.rich()))
                .contains("\nmeasured   8 h of 10 h: 41 targets, 960 polls, 188,160 samples, 12 gaps\n");
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

        assertThat(Reports.text(new TextReport(WIDE, null, true), Verdicts.of(Outcome.PASS, one, "none")))
                .endsWith("\nmeasured   60 s: 1 target, 1 poll, 1 sample, 1 gap\n");
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void hasNoLineOfMoreThanAHundredColumns(Verdict verdict) {
        for (Style style : List.of(WIDE, new Style(false, false, 200), new Style(false, true, 1000))) {
            assertThat(text(verdict, style).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void hasNoLongerLineForNamesThatNeverEnd() {
        String endless = "x".repeat(10_000);
        Finding main = FindingFixture.of(endless + " threads")
                .in(endless, null, endless)
                .leaks(endless)
                .cause(endless)
                .known(endless, "2027-01-31")
                .build();
        Finding open = FindingFixture.of(endless + " m")
                .metric(endless, Unit.COUNT)
                .open(InconclusiveReason.OPEN, endless)
                .build();
        Verdict verdict = new Verdict(
                Outcome.LEAK,
                Verdicts.events(1).run(),
                endless,
                80,
                List.of(main, open),
                List.of(LeakFixture.of(main).also(main).fact(endless).build()),
                List.of(endless));

        for (int width : new int[] {100, 40}) {
            String shown = text(verdict, new Style(false, true, width));

            assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
            assertThat(shown).contains("...").hasSizeLessThan(8000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 40, 60, 80, 99})
    void staysWithinANarrowTerminal(int width) {
        String shown = text(Verdicts.rich(), new Style(false, true, width));

        assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        assertThat(words(shown)).isEqualTo(words(text(Verdicts.rich())));
    }

    @Test
    void saysNothingTwice() {
        String shown = text(Verdicts.rich());
        // The first lines tell the worst leak as well, for who reads no more than them.
        String below = shown.substring(shown.indexOf("\n\n")).replaceAll("\n {4,}", " ");

        assertThat(Stream.of(below.split("[\n;,:]")).map(String::strip).filter(said -> !said.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void getsAlongWithoutRoom(int width) {
        assertThat(words(text(Verdicts.rich(), new Style(true, false, width)).replaceAll("\033\\[[0-9;]*m", "")))
                .isEqualTo(words(text(Verdicts.rich(), new Style(false, false, 500))));
    }

    @Test
    void coloursNothingWithoutColourAndResetsEachColour() {
        String colours = text(Verdicts.rich(), new Style(true, true, 80));

        assertThat(text(Verdicts.rich(), new Style(false, true, 80))).doesNotContain("\033");
        assertThat(colours)
                .contains(
                        "\033[31;1mLEAK\033[0m  ",
                        "\033[31;1mshop/deployment/web/app  memory.anon\033[0m",
                        "\033[33mshop/deployment/web  sockets.tcp.close_wait\033[0m",
                        "\033[33mmay leak\033[0m",
                        "\033[32mpassed\033[0m");
        assertThat(colours.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(text(Verdicts.rich(), new Style(false, true, 80)));
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
    void keepsWideCharactersAndMarksThemWhereThereIsOnlyAscii() {
        Verdict wide = Verdicts.of(
                Outcome.LEAK,
                FindingFixture.of("漢字😀é threads").leaks("grows").cause("λ").build());

        assertThat(text(wide)).contains("\n漢字😀é  threads ").contains("\n    λ\n");
        assertThat(text(wide, new Style(false, false, 80)))
                .contains("\n????  threads ")
                .contains("\n    ?\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"FAIL", "WARN"})
    void listsTwentyLeaksAndCountsTheOthers(Severity severity) {
        Finding[] many = IntStream.range(0, 3000)
                .mapToObj(i -> FindingFixture.of("series" + i)
                        .leaks("grows")
                        .severity(severity)
                        .build())
                .toArray(Finding[]::new);

        String shown = text(Verdicts.of(Outcome.LEAK, many));

        assertThat(shown.lines().filter(line -> line.startsWith("series"))).hasSize(20);
        assertThat(shown).contains("\nand 2,980 more leaks in verdict.json\n");
    }

    @Test
    void tellsTheStepsThatComeNext() {
        assertThat(text(Verdicts.rich(), "seep-20261122-210000")).endsWith("""

                        next       seep explain seep-20261122-210000 3f2a9c1b
                                   evidence in seep-20261122-210000/evidence
                        """);
        assertThat(text(
                        Verdicts.of(
                                Outcome.INCONCLUSIVE,
                                FindingFixture.of("web")
                                        .open(InconclusiveReason.OPEN, "may go on")
                                        .build()),
                        "run"))
                .endsWith("\nnext       seep explain run\n");
    }

    @Test
    void hasNoNextStepWhereThereIsNothingToDo() {
        Run withEvidence = Verdicts.rich().run();
        Finding passed = FindingFixture.of("web").build();
        Verdict pass = new Verdict(Outcome.PASS, withEvidence, "none leaks", 80, List.of(passed), List.of(), List.of());

        assertThat(text(pass, "run")).doesNotContain("next ", "evidence");
        assertThat(text(Verdicts.nothing(), "run")).doesNotContain("next ");
        assertThat(text(Verdicts.rich())).as("without a path").doesNotContain("next ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "runs/a-b_1.2:3,4+5=6@7%8 | runs/a-b_1.2:3,4+5=6@7%8",
                "my runs/one | 'my runs/one'",
                "it's | 'it'\\''s'",
                "$HOME/`x`;rm | '$HOME/`x`;rm'",
                "läufe | 'läufe'",
                "C:\\runs | 'C:\\runs'",
            })
    void quotesAPathForTheShell(String path, String quoted) {
        assertThat(text(Verdicts.many(1), path)).contains("\nnext       seep explain " + quoted + " ");
    }

    @Test
    void keepsACommandOnOneLine() {
        String path = "a folder/".repeat(20) + "run";

        assertThat(text(Verdicts.rich(), path)).contains("\nnext       seep explain '" + path + "' 3f2a9c1b\n");
    }

    private static Event failed(Run run, String pod, String reason) {
        Target target = Target.container("shop", pod, "app", "deployment/web");
        return new Event(run.from(), Event.Type.POLL_FAILED, target, "a", Map.of("reason", reason));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String text(Verdict verdict) {
        return text(verdict, WIDE);
    }

    private static String text(Verdict verdict, Style style) {
        return Reports.text(new TextReport(style, null, false), verdict);
    }

    private static String text(Verdict verdict, String path) {
        return Reports.text(new TextReport(WIDE, path, false), verdict);
    }
}
