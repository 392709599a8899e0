package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheLastFiveThatAreNotBlank() throws IOException {
        assertThat(said("1\n2\n3\n\n4\n  \n5\n6\n")).isEqualTo("2\n3\n4\n5\n6");
    }

    @Test
    void showsNothingThatATerminalObeysAndNothingEndless() throws IOException {
        assertThat(said("\u001b[31mred\u001b[0m\u0007\ttab\u202e\n")).isEqualTo("red tab");
        assertThat(said("x".repeat(1_000_000))).hasSize(103).endsWith("...");
    }

    @Test
    void saysNothingOfAFileThatIsNotThere() {
        assertThat(LastLines.of(folder.resolve("nowhere"))).isEmpty();
    }

    private String said(String text) throws IOException {
        return LastLines.of(Files.writeString(folder.resolve("output.log"), text));
    }
}
