package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastLineTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "'',               '',             ''",
        "'half',           '',             ''",
        "'one;',           'one;',         one",
        "'one;half',       'one;',         one",
        "'one;two;',       'one;two;',     two",
        "'one;bad;',       'one;',         one",
        "'one;bad;half',   'one;',         one",
        "'bad;',           '',             ''",
        "'bad;bad;',       'bad;',         bad"
    })
    void cutsOffTheHalfLineAndOneThatIsNotGood(String before, String after, String last) throws IOException {
        Path file = Files.writeString(temporary.resolve("lines"), before.replace(';', '\n'));

        assertThat(TornLineRepair.mend(file, line -> !line.equals("bad"))).isEqualTo(nonEmpty(last));
        assertThat(file).hasContent(after.replace(';', '\n'));
    }

    @Test
    void findsTheEndOfALineHoweverFarBackItIs() throws IOException {
        String line = "x".repeat(100_000);
        Path file = Files.writeString(temporary.resolve("lines"), line + "\n" + line);

        assertThat(TornLineRepair.mend(file, any -> true)).contains(line);
        assertThat(Files.size(file)).isEqualTo(100_001);
    }

    @Test
    void makesNoFileWhereThereIsNone() throws IOException {
        Path nowhere = temporary.resolve("nowhere");

        assertThat(TornLineRepair.mend(nowhere, any -> true)).isEmpty();
        assertThat(nowhere).doesNotExist();
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
