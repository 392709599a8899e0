package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x07,
                0x08,
                0x09,
                0x0a,
                0x0d,
                0x1b,
                0x7f, // control characters of ASCII
                0x80,
                0x85,
                0x9b,
                0x9d, // and those beyond: next line, and what begins sequences of terminals
                0x200b,
                0x200c,
                0x200d,
                0x2060,
                0xfeff,
                0xad, // without width
                0x200e,
                0x200f,
                0x61c,
                0x202a,
                0x202b,
                0x202c,
                0x202d,
                0x202e,
                0x2066,
                0x2067,
                0x2068,
                0x2069, // direction
                0x2028,
                0x2029, // ends of lines and paragraphs
                0xe0001,
                0xe0041, // tags, which hide text in text
                0xd800,
                0xdbff,
                0xdc00,
                0xdfff, // halves
                0xe000,
                0xf8ff,
                0x10fffd, // of private meaning
                0x378,
                0xffff,
                0xfffd // of none
            })
    void takesOutWhatCouldDoHarm(int character) {
        String hostile = "pod" + new String(Character.toChars(character)) + "x";

        assertThat(Text.harmless(hostile)).isEqualTo("pod?x");
        assertThat(Text.forTerminal(hostile, false)).isEqualTo("pod?x");
        assertThat(Text.oneLine(hostile)).isEqualTo("pod x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/web-7d9f/app memory.anon",
                "Grüße, 日本語, עברית, हिन्दी, cafe\u0301",
                "\uD83D\uDE00 and \uD834\uDD1E",
                "a=\"1\" <b> & 'c' \\ `d` $e %f ::g ##[h]",
                ""
            })
    void leavesOrdinaryTextAsItIs(String text) {
        assertThat(Text.harmless(text)).isEqualTo(text);
        assertThat(Text.oneLine(text)).isEqualTo(text);
    }

    @Test
    void asciiIsWhatAnyTerminalShows() {
        assertThat(Text.forTerminal("Grün \uD83D\uDE00 ~", false)).isEqualTo("Gr?n ? ~");
    }

    @Test
    void aPairOfSurrogatesIsOneCharacterAndAHalfBesideItIsAnother() {
        assertThat(Text.harmless("\uD83D\uDE00\uDE00")).isEqualTo("\uD83D\uDE00?");
        assertThat(Text.harmless("\uD83D\uD83D\uDE00")).isEqualTo("?\uD83D\uDE00");
    }

    @Test
    void oneLineHasOneBlankForBlanksAndForWhatCouldDoHarm() {
        assertThat(Text.oneLine("\u001b[2Jred\r\n\t and   more\u2028\u202e.\n")).isEqualTo("[2Jred and more .");
        assertThat(Text.oneLine("grün und rot", 4)).isEqualTo("grün...");
        assertThat(Text.oneLine("\n \t\u200b")).isEmpty();
    }

    @Test
    void whatIsUncolouredHasNoSequencesOfTerminals() {
        assertThat(Text.uncoloured("\u001b[2J\u001b[1;31mred\u001b[0m and \u001b[?25lmore"))
                .isEqualTo("red and more");
    }

    @Test
    void readsBytesAsUtf8AndSoManyOfThem() {
        String bytes = new String("Grün".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Text.utf8(bytes, 100)).isEqualTo("Grün");
        assertThat(Text.harmless(Text.utf8(bytes, 3))).isEqualTo("Gr?");
    }

    @Test
    void halfOfACharacterIsNeverLeft() {
        String cut = Text.excerpt("ab\uD83D\uDE00cd", 3);

        assertThat(cut).isEqualTo("ab...");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Text.excerpt("abc", 3)).isEqualTo("abc");
        assertThat(Text.excerpt("abcd", 3)).isEqualTo("abc...");
    }
}
