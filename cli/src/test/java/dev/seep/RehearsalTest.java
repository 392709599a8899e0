package dev.seep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    private Path folder;

    @Test
    void playsARunToItsVerdictAndAnAnalysisToItsSummary() throws Exception {
        Rehearsal.play(folder);

        assertThat(folder.resolve("run/verdict.json")).isNotEmptyFile();
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
        assertThat(folder.resolve("summary.md")).isNotEmptyFile();
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
