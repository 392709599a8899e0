package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, as bash and kubectl ask for it. */
class CompletionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheScript() throws IOException {
        Files.writeString(
                folder.resolve("completion"),
                new CliRunner(folder).run("completion").out());
        Path seep = Files.writeString(folder.resolve("seep"), "#!/bin/sh\ncat \"$(dirname \"$0\")/completion\"\n");
        Files.setPosixFilePermissions(seep, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of("../scripts/kubectl_complete-seep"), folder.resolve("kubectl_complete-seep"));
    }

    @ParameterizedTest
    @CsvSource({"seep an, analyze", "seep run --eve, --every", "seep analyze --pol, --policy"})
    void bashCompletesCommandsAndOptions(String typed, String completed) throws Exception {
        String asked = """
                source completion; COMP_LINE='%1$s'; COMP_WORDS=(%1$s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_seep 2>/dev/null; echo "${COMPREPLY[@]}"
                """.formatted(typed);

        assertThat(printed("bash", "--norc", "-c", asked)).isEqualTo(completed + "\n");
    }

    @Test
    void kubectlGetsACandidateALineAndItsDirective() throws Exception {
        assertThat(printed("bash", "kubectl_complete-seep", "run", "--in"))
                .isEqualTo("--init-containers\n--inconclusive\n:4\n");
        assertThat(printed("bash", "kubectl_complete-seep", "nonsense")).isEqualTo(":4\n");
    }

    private String printed(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
