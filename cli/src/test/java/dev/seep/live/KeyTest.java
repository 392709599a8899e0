package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of keys, as terminals send them. */
class KeyTest {
    private Terminal terminal;

    @BeforeEach
    void openTerminal() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void closeTerminal() throws IOException {
        terminal.close();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\033[A,UP",
                "\033OA,UP",
                "k,UP",
                "\033[B,DOWN",
                "\033OB,DOWN",
                "j,DOWN",
                "\033[5~,PAGE_UP",
                "\033[6~,PAGE_DOWN",
                "' ',PAGE_DOWN",
                "'\r',ENTER",
                "'\n',ENTER",
                "\033,ESCAPE",
                "s,SORT",
                "/,FILTER",
                "p,PAUSE",
                "?,HELP",
                "h,HELP",
                "q,QUIT",
            })
    void commandTheTable(String code, Key key) {
        assertThat(Key.commands(terminal).getBound(code)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'\r',ENTER", "'\n',ENTER", "\033,ESCAPE", "\177,DELETE", "\b,DELETE"})
    void endAndMendAFilter(String code, Key key) {
        assertThat(Key.typing().getBound(code)).isEqualTo(key);
    }

    @Test
    void areTextWhileAFilterIsTyped() {
        KeyMap<Key> typing = Key.typing();

        for (String letter : new String[] {"q", "s", "p", "h", "j", "k", "/", "?", " "}) {
            assertThat(typing.getBound(letter)).as(letter).isNull();
        }
        assertThat(typing.getNomatch()).isEqualTo(Key.TEXT);
        assertThat(typing.getUnicode()).isEqualTo(Key.TEXT);
    }

    @Test
    void areHeededOnATerminalThatNobodyKnows() throws IOException {
        try (Terminal unknown =
                new LineDisciplineTerminal("test", "dumb", new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            assertThat(Key.commands(unknown).getBound("\033[A")).isEqualTo(Key.UP);
            assertThat(Key.commands(unknown).getBound("q")).isEqualTo(Key.QUIT);
            assertThat(Key.commands(unknown).getNomatch()).isEqualTo(Key.TEXT);
        }
    }
}
