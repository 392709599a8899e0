package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that are set by the environment or by the configuration file. */
class DefaultsTest {
    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @Test
    void optionsComeFromEnvironmentAndFileToo() throws Exception {
        configure("every: 150ms\nformat: csv\n").with("SEEP_OUT", "fromenv").run("run", "--", "sleep", "1");

        assertThat(folder.resolve("fromenv/samples.csv")).exists();
        assertThat(Files.readString(folder.resolve("fromenv/run.json"))).contains("PT0.15S");
    }

    @Test
    void anOptionThatMustBeThereMayBeSetElsewhere() {
        Result result = seep.with("SEEP_IMAGE", "seep:7").run("manifest", "agent");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("seep:7");
    }

    @Test
    void anUnknownKeyIsRefusedWithThoseThatCanBeSet() throws Exception {
        Result result = configure("evry: 1s\n").run("analyze", "x");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .contains("config.yaml: there is no option 'evry'", " every,")
                .doesNotContain(" help", " version", "as-job", "Try");
    }

    @Test
    void whatIsNoYamlIsRefusedInOneLineWithItsPlace() throws Exception {
        Result result = configure("every: [1s\n").run("analyze", "x");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("config.yaml:1:11: expected ','");
    }

    @Test
    void aFileThatIsNamedAndNotThereIsRefused() {
        Result result = seep.with("SEEP_CONFIG", "nowhere.yaml").run("analyze", "x");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("there is no ", "nowhere.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "run --help", "run --version", "help", "help run", "man", "completion"})
    void nothingThatIsSetBreaksHelp(String words) throws Exception {
        String asEver = seep.run(words.split(" ")).out();
        configure("every: [1s\n").with("SEEP_EVERY", "soon");

        Result result = seep.run(words.split(" "));

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isNotEmpty().isEqualTo(asEver);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SEEP_EVERY     | soon   | Invalid value for SEEP_EVERY: not a time span
            SEEP_EVERY     | 0s     | SEEP_EVERY must be more than 0s
            SEEP_PID       | 1,x    | Invalid value for SEEP_PID: 'x' is no whole number
            SEEP_WARMUP    | x      | SEEP_WARMUP: not a time span
            SEEP_PROBE     | memry  | SEEP_PROBE: unknown probe 'memry'
            SEEP_CONTAINER | [      | SEEP_CONTAINER: '[' is not a regular expression
            """)
    void aValueOfTheEnvironmentIsBlamedOnItsVariable(String variable, String value, String words) {
        Result result = seep.with(variable, value).run("run", "--kubeconfig", "nowhere");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("seep: " + words).doesNotContain("Try", "--");
    }

    @Test
    void aValueOfTheFileIsBlamedOnTheFile() throws Exception {
        Result result = configure("every: soon\n").run("run", "--for", "1s");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(
                        "seep: Invalid value for 'every' in " + folder.resolve("config.yaml") + ": not a time span");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--every=soon", "--every soon"})
    void aValueOfTheCommandLineIsBlamedOnIt(String typed) {
        Result result = seep.with("SEEP_EVERY", "1s").run(("run " + typed).split(" "));

        assertThat(result.err())
                .startsWith("seep: Invalid value for option '--every'")
                .contains("Try 'seep run --help'");
    }

    @Test
    void theCommandLineHidesWhatIsWrongElsewhere() {
        Result result = seep.with("SEEP_EVERY", "soon")
                .run("run", "--every", "200ms", "--for", "1s", "--inconclusive=pass", "--", "sleep", "1");

        assertThat(result.exit()).as(result.err()).isZero();
    }

    @Test
    void aFileThatIsMissingIsBlamedOnWhoNamedIt() {
        Result result = seep.with("SEEP_KUBECONFIG", "nowhere").run("run", "--for", "1s");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("check SEEP_KUBECONFIG");
    }

    private CliRunner configure(String yaml) throws Exception {
        Files.writeString(folder.resolve("config.yaml"), yaml);
        return seep.with("SEEP_CONFIG", "config.yaml");
    }
}
