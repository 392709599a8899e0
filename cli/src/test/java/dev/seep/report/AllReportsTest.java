package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Unit;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every report. */
class AllReportsTest {
    @ParameterizedTest
    @EnumSource
    void noneShowsWhatIsNoNumber(Unit unit) {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Finding[] findings = Stream.of(
                            FindingFixture.of("web").slope(none, none, none).limit(none, none),
                            FindingFixture.of("web").slope(4, none, none).limit(100, none),
                            FindingFixture.of("web").slope(4, 3, 5).limit(none, 31))
                    .flatMap(finding -> Stream.of(
                            finding.metric("m", unit)
                                    .otherNumbers(none)
                                    .outline(none, 1.0, none)
                                    .build(),
                            finding.leaks("grows").build(),
                            finding.open(InconclusiveReason.OPEN, "may grow").build()))
                    .toArray(Finding[]::new);

            assertThat(Reports.all(Verdicts.of(Outcome.LEAK, findings)))
                    .allSatisfy(report ->
                            assertThat(report).contains("web").doesNotContain("NaN", "Infinity", "null/h", "- to"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "漢字😀",
                "a|b",
                "<script>alert(1)</script>",
                "::error::",
                "]]>",
                "\u202e\u0000\n\u001b[2J"
            })
    void eachTellsOfASeriesOfAnyName(String name) {
        Finding finding = FindingFixture.of(name).leaks("grows").build();
        Verdict verdict =
                Verdicts.leaks(LeakFixture.of(finding).fact("it-grows").build());

        assertThat(Reports.all(verdict))
                .allSatisfy(report -> assertThat(report).contains("it-grows").doesNotContain("\u0000", "\u001b[2J"))
                .filteredOn(report -> !report.startsWith("{"))
                .as("for people, not for programs, which get names as they are")
                .hasSize(6)
                .allSatisfy(report -> assertThat(report).doesNotContain("\u202e"))
                .filteredOn(report -> report.startsWith("#") || report.startsWith("<"))
                .hasSize(3)
                .allSatisfy(report -> assertThat(report).doesNotContain("<script>alert"));
    }
}
