package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path temporary;

    @Test
    void readsWordsAndListsInTheirOrder() throws IOException {
        Map<String, List<String>> values = read("""
                # of the team
                every: 10s
                namespace: [shop, pay]
                fail-fast: true
                most: 3
                probe:
                - memory
                - {name: orders, cmd: "count orders: all"}
                """);

        assertThat(values)
                .containsExactly(
                        entry("every", List.of("10s")),
                        entry("namespace", List.of("shop", "pay")),
                        entry("fail-fast", List.of("true")),
                        entry("most", List.of("3")),
                        entry("probe", List.of("memory", "{\"name\":\"orders\",\"cmd\":\"count orders: all\"}")));
        assertThat(ConfigFile.mapping(
                        Objects.requireNonNull(values.get("probe")).get(1)))
                .containsExactly(entry("name", "orders"), entry("cmd", "count orders: all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n"})
    void anEmptyFileSaysNothing(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - every                | :1:1: expected lines of the form 'option: value'
            just words             | :1:1: expected lines of the form 'option: value'
            every: [10s            | :1:12: expected ',' or ']', but got <stream end>
            every: [[a, b]]        | : 'every' needs a word or a list of words
            """)
    void saysWhereItIsWrong(String text, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith(temporary.resolve("config.yaml") + problem);
    }

    @Test
    void saysThatThereIsNone() {
        Path nowhere = temporary.resolve("nowhere.yaml");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ConfigFile.read(nowhere))
                .withMessageStartingWith("cannot read " + nowhere + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: [a]}", "{name: {a: b}}", "{name: a"})
    void aLineOfKeysHasAWordForEach(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigFile.mapping(line))
                .withMessageStartingWith("'" + line + "'");
    }

    private Map<String, List<String>> read(String text) throws IOException {
        return ConfigFile.read(Files.writeString(temporary.resolve("config.yaml"), text));
    }
}
