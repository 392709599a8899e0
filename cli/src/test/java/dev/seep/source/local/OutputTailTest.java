package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTailTest {
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
        assertThat(OutputTail.of(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void endsALineAtAnyOfItsEnds() throws IOException {
        assertThat(said("one\r\ntwo\rthree\n")).isEqualTo("one\ntwo\nthree");
        assertThat(said("without an end")).isEqualTo("without an end");
        assertThat(said("")).isEmpty();
        assertThat(said("\n \n\t\n")).isEmpty();
    }

    @Test
    void cutsALineAndNoCharacter() throws IOException {
        assertThat(said("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(said("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
        assertThat(said("x".repeat(99) + "\ud83d\ude00\n")).isEqualTo("x".repeat(99) + "...");
    }

    @Test
    void readsTheEndOfALongFileThatBeginsWithinACharacter() throws IOException {
        assertThat(said("\u6f22".repeat(5000) + "\nlast\n")).isEqualTo("\u6f22".repeat(100) + "...\nlast");
        assertThat(said("\n".repeat(1_000_000) + "last")).isEqualTo("last");
    }

    @Test
    void showsBytesThatAreNoText() throws IOException {
        Path file = Files.write(folder.resolve("binary.log"), new byte[] {'a', (byte) 0xff, 0, 'b', '\n', (byte) 0xfe});

        assertThat(OutputTail.of(file)).isEqualTo("a b");
    }

    @Test
    void saysNothingOfAFolder() {
        assertThat(OutputTail.of(folder)).isEmpty();
    }

    private String said(String text) throws IOException {
        return OutputTail.of(Files.writeString(folder.resolve("output.log"), text));
    }
}
