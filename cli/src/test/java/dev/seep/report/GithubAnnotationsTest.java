package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubAnnotationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b,c%d | a%3Ab%2Cc%25d | a:b,c%25d",
                "%0A::error::x | %250A%3A%3Aerror%3A%3Ax | %250A::error::x",
                "95 % of 漢字 | 95 %25 of 漢字 | 95 %25 of 漢字",
            })
    void escapesWhatGithubWouldTakeForItsOwn(String words, String title, String message) {
        assertThat(told(words)).isEqualTo("::error title=seep%3A " + title + " threads::" + message + " [3f2a9c1b]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u0085", "\u001b[31m", "\u202e", "\u0000"})
    void isOneLineWhateverTheName(String hostile) {
        String text = told("a" + hostile + "::error::b");

        assertThat(text).endsWith("\n").startsWith("::error title=seep%3A a");
        assertThat(text.substring(0, text.length() - 1)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
        assertThat(GithubAnnotations.error("a" + hostile + "b").lines()).hasSize(1);
    }

    @Test
    void showsAnyMessageAsAnError() {
        assertThat(GithubAnnotations.error("no cluster, 100 % sure: none"))
                .isEqualTo("::error title=seep::no cluster, 100 %25 sure: none\n");
    }

    @Test
    void saysNothingOfARunThatPasses() {
        assertThat(lines(Outcome.PASS, FindingFixture.of("web").build())).isEmpty();
        assertThat(lines(Outcome.PASS)).isEmpty();
    }

    @Test
    void warnsOfTheVerdictAndNotOfEachOpenFinding() {
        Finding open = FindingFixture.of("web")
                .open(InconclusiveReason.OPEN, "it may grow")
                .build();
        Finding ignored =
                FindingFixture.of("db").leaks("grows").severity(Severity.IGNORE).build();

        assertThat(lines(Outcome.INCONCLUSIVE, open, open, ignored))
                .containsExactly("::warning title=seep%3A inconclusive::said of the run");
        Finding leaking =
                FindingFixture.of("api threads").leaks("grows").slope(4, 3, 5).build();
        assertThat(lines(Outcome.LEAK, leaking, open))
                .as("a leak that is certain says more than what is open")
                .containsExactly("::error title=seep%3A api threads::+4/h ["
                        + LeakFixture.of(leaking).build().id() + "]");
    }

    @Test
    void showsALeakOnceWhateverGrowsWithIt() {
        Leak leak = LeakFixture.of(
                        FindingFixture.of("web memory.anon").leaks("grows").build())
                .also(FindingFixture.of("web memory.rss").leaks("grows").build())
                .ends(FindingFixture.of("web restarts")
                        .happened(3, "was killed for memory 3 times")
                        .build())
                .build();

        assertThat(Reports.text(new GithubAnnotations(), Verdicts.leaks(leak)).lines())
                .singleElement()
                .asString()
                .contains("with it threads", "was killed for memory 3 times");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, ''", "9, 9, ''", "10, 10, ''", "11, 10, 2 more", "5000, 10, '4,991 more'"})
    void tellsInTheTenthHowManyMoreThereAre(int leaks, int shown, String more) {
        for (Severity severity : List.of(Severity.FAIL, Severity.WARN)) {
            String level = severity == Severity.FAIL ? "error" : "warning";
            List<String> lines = lines(Outcome.LEAK, many(leaks, severity));

            assertThat(lines).hasSize(shown).allMatch(line -> line.startsWith("::" + level + " title=seep"));
            if (!more.isEmpty()) {
                assertThat(lines.get(9)).isEqualTo("::" + level + " title=seep::" + more + " in verdict.json");
            }
        }
    }

    @Test
    void showsTenErrorsBesideTenWarnings() {
        Finding[] both = Stream.of(many(50, Severity.FAIL), many(50, Severity.WARN))
                .flatMap(Stream::of)
                .toArray(Finding[]::new);

        assertThat(lines(Outcome.LEAK, both).stream().map(line -> line.replaceAll(" .*", "")))
                .hasSize(20)
                .startsWith("::error")
                .endsWith("::warning");
    }

    @ParameterizedTest
    @CsvSource({"9, 10, ''", "10, 10, 2 more", "50, 10, 42 more"})
    void countsTheOpenVerdictAmongTheTenWarnings(int warned, int shown, String more) {
        List<String> lines = lines(Outcome.INCONCLUSIVE, many(warned, Severity.WARN));

        assertThat(lines).hasSize(shown).first().asString().startsWith("::warning title=seep%3A inconclusive::");
        assertThat(lines.get(9).endsWith(" more in verdict.json")).isEqualTo(!more.isEmpty());
        assertThat(lines.get(9)).contains(more);
    }

    /** A leak of a metric without a name, of which these words are all there is to say. */
    private static String told(String words) {
        Finding finding = FindingFixture.of(words).leaks("grows").build();
        Leak leak = LeakFixture.of(finding).id("3f2a9c1b").fact(words).build();
        return Reports.text(new GithubAnnotations(), Verdicts.leaks(leak));
    }

    private static Finding[] many(int leaks, Severity severity) {
        return IntStream.range(0, leaks)
                .mapToObj(i -> FindingFixture.of("web" + i)
                        .leaks("grows")
                        .severity(severity)
                        .build())
                .toArray(Finding[]::new);
    }

    private static List<String> lines(Outcome outcome, Finding... findings) {
        Verdict verdict = Verdicts.of(outcome, findings);
        return Reports.text(new GithubAnnotations(), verdict).lines().toList();
    }
}
