package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown to those who ask for help. */
class HelpTest {
    /** An option at the beginning of its entry. */
    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Stream.of(
                "run",
                "analyze",
                "watch",
                "explain",
                "export",
                "agent",
                "demo",
                "doctor",
                "manifest",
                "manifest job",
                "manifest exporter",
                "manifest agent",
                "manifest collector",
                "collect",
                "completion",
                "man",
                "help");
    }

    @ParameterizedTest
    @CsvSource({
        "Targets, --namespace",
        "Length, --for",
        "Measurements, --probe",
        "Load on what is polled, --qps",
        "Evidence, --evidence",
        "Run folder, --resume",
        "Verdict, --policy",
        "Verdict, --inconclusive",
        "Output, --junit",
        "Output, --listen",
        "Options, --help",
    })
    void theOptionsOfARunAreInSections(String title, String option) {
        String section = help("run").split("\n" + title + ":\n", 2)[1].split("\n\n", 2)[0];

        assertThat(options(section)).contains(option);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsThereOnce(String command) {
        assertThat(options(help(command)))
                .doesNotHaveDuplicates()
                .contains("--help", "--version")
                .doesNotContain("--as-job");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "analyze", "collect"})
    void aCommandThatExitsByAVerdictSaysWhatItsExitCodesMean(String command) {
        assertThat(help(command)).contains("Exit codes:\n  0    pass\n  1    leak", "\n  4    could not measure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "analyze", "export", "doctor", "manifest job"})
    void aCommandWithOptionsSaysWhereElseTheyAreSet(String command) {
        assertThat(help(command)).contains("SEEP_EVERY=10s for --every", "~/.config/seep/config.yaml", "SEEP_CONFIG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion", "man", "help", "manifest"})
    void aCommandWithoutOptionsHasNoTitlesAndNoSettings(String command) {
        assertThat(help(command)).doesNotContain("SEEP_", "Options:", "Exit codes:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsLaidOutByHandFitsANarrowScreen(String command) {
        String byHand = help(command).split("\n\n(?=Any option|Example|Exit|After|The Job|It is)", 2)[1];

        assertThat(byHand.lines()).allMatch(line -> line.length() <= 80, "80 columns");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theExamplesAreUnderstood(String command) {
        List<String> examples = help(command)
                .lines()
                .filter(line -> line.startsWith("  seep "))
                .map(line -> line.strip().replaceFirst(" ( .*|\\|.*|> .*)$", ""))
                .toList();

        for (String example : examples) {
            List<String> words = words(example.substring("seep ".length()));
            int end = words.contains("--") ? words.indexOf("--") : words.size();
            words.add(end, "--help"); // nothing is done, and what cannot be parsed is refused still
            Result result = new CliRunner(folder).run(words.toArray(new String[0]));
            assertThat(result.err()).as(example).isEmpty();
            assertThat(result.exit()).as(example).isZero();
        }
        assertThat(command.matches("demo|completion") || !examples.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsTheSameHoweverItIsAskedFor(String command) {
        List<String> words = new ArrayList<>(List.of("help"));
        words.addAll(List.of(command.split(" ")));

        assertThat(new CliRunner(folder).run(words.toArray(new String[0])).out())
                .isEqualTo(help(command));
        assertThat(new CliRunner(folder).run("help").out()).isEqualTo(help(""));
    }

    @Test
    void helpOfWhatDoesNotExistSaysWhatThereIs() {
        Result result = new CliRunner(folder).run("help", "rum");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("there is no command 'rum', there are run, analyze", "seep help words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target",
                "workload",
                "poll",
                "sample",
                "gap",
                "series",
                "replica",
                "life",
                "restart",
                "leak",
                "finding",
                "also",
                "may leak",
                "noisy",
                "too short",
                "steady",
                "limit",
                "time to the limit",
                "horizon",
                "evidence",
                "fact",
                "growth per hour",
                "95 % interval",
                "run folder",
                "policy",
                "known leak",
                "verdict",
                "pass",
                "inconclusive",
            })
    void everyWordOfTheScreenIsSaidInALine(String word) {
        Result result = new CliRunner(folder).run("help", "words");

        assertThat(result.exit()).isZero();
        assertThat(result.out().lines().filter(line -> line.matches("  " + word + " {2,}\\S.*")))
                .hasSize(1);
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 100, "100 columns");
    }

    private String help(String command) {
        List<String> words =
                new ArrayList<>(List.of((command + " --help").strip().split(" ")));
        Result result = new CliRunner(folder).run(words.toArray(new String[0]));
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        return result.out();
    }

    private static List<String> options(String help) {
        return OPTION.matcher(help)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** As a shell cuts them, which knows single quotes here. */
    private static List<String> words(String line) {
        return new ArrayList<>(Pattern.compile("'([^']*)'|(\\S*'[^']*'\\S*)|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toList());
    }
}
