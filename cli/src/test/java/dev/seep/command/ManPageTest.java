package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManPageTest {
    private final CliRunner seep = new CliRunner(Path.of("").toAbsolutePath());

    @Test
    void tellsOfACommandWhatItsHelpTells() {
        String page = seep.run("man", "run").out();

        assertThat(page)
                .startsWith(".TH SEEP-RUN 1 ")
                .contains(".SH NAME\nseep\\-run \\- ")
                .contains(".TP\n\\fB\\-n\\fR, \\fB\\-\\-namespace\\fR=\\fINS\\fR\nNamespaces to poll.")
                .contains(".nf\nAfter \\-\\- a command");
    }

    @Test
    void namesTheCommandsOfSeep() {
        assertThat(seep.run("man").out()).contains(".SH COMMANDS\n.TP\n\\fBrun\\fR\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "analyze", "demo", "completion", "man", "help"})
    void onlyItsOwnLinesAreRequestsToRoff(String command) {
        assertThat(seep.run("man", command).out().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH .*|SH [A-Z ]+|SS [A-Z][a-z ]+|TP|br|nf|fi)"));
    }

    @Test
    void aCommandThatDoesNotExistIsRefusedWithThoseThereAre() {
        Result result = seep.run("man", "rum");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("there is no command 'rum'").contains("run, analyze");
    }
}
