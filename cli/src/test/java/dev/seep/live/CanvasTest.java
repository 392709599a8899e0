package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cart-5sm52/app | 18 | cart-5sm52/app",
                "cart-5sm52/app | 14 | cart-5sm52/app",
                "recommendations-5sm52/app | 18 | reco…ons-5sm52/app",
                "recommendations-kk8zp/app | 18 | reco…ons-kk8zp/app",
                "payment-service-api/app | 18 | paym…rvice-api/app",
                "shop/cart-59fb9d8b9f-5sm52/app | 26 | shop/cart-…d8b9f-5sm52/app",
                "recommendations/recommender | 18 | re…tions/re…mender",
                "漢字漢字漢字漢字漢字漢字/app | 18 | 漢字…漢字漢字/app",
                "a/b | 1 | …",
                "one/two/three | 5 | one/…",
            })
    void aNameThatIsTooLongLosesTheMiddleOfItsLongestParts(String name, int width, String shown) {
        String cell = new Canvas(80, 24, true).fit(List.of(name.split("/")), width);

        assertThat(cell.stripTrailing()).isEqualTo(shown);
        assertThat(Canvas.width(cell)).isEqualTo(width);
    }

    private final Canvas unicode = new Canvas(20, 5, true);
    private final Canvas ascii = new Canvas(20, 5, false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc!5!abc  !  abc",
                "abc!3!abc!abc",
                "abcd!3!ab…!ab…",
                "漢字!4!漢字!漢字",
                "漢字!5!漢字 ! 漢字",
                "漢字漢!4!漢… !漢… ",
                "漢字!2!… !… ",
                "e\u0301e\u0301!3!e\u0301e\u0301 ! e\u0301e\u0301",
                "😀!3!😀 ! 😀",
                "abc!1!…!…",
                "abc!0!''!''",
            })
    void cutsAndFillsByColumns(String text, int width, String left, String right) {
        assertThat(unicode.cell(text, width)).isEqualTo(left);
        assertThat(unicode.right(text, width)).isEqualTo(right);
        assertThat(Canvas.width(unicode.cell(text, width))).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "memory.anon!14!memory.anon   ",
                "sockets.tcp.close_wait!14!…cp.close_wait",
                "漢字漢字漢字!6!…漢字 ",
                "abc!1!…",
            })
    void keepsTheEndOfANameThatIsTooLong(String name, int width, String shown) {
        assertThat(unicode.ending(name, width)).isEqualTo(shown);
        assertThat(Canvas.width(unicode.ending(name, width))).isEqualTo(width);
    }

    @Test
    void fillsWhereThereIsNoText() {
        assertThat(unicode.cell("", 2)).isEqualTo("  ");
        assertThat(unicode.right("", 2)).isEqualTo("  ");
        assertThat(unicode.ending("", 2)).isEqualTo("  ");
    }

    @Test
    void marksACutInAsciiWhereThereIsNothingElse() {
        assertThat(ascii.cell("abcdef", 4)).isEqualTo("abc~");
        assertThat(ascii.ending("abcdef", 4)).isEqualTo("~def");
        assertThat(ascii.cell("漢字é", 4)).isEqualTo("??? ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\n", "\u0000", "\u009b", "\u202e", "\u200b", "\u2028", "\ue000"})
    void showsAQuestionMarkForWhatATerminalObeysOrHides(String hostile) {
        assertThat(unicode.cell("a" + hostile + "b", 5)).isEqualTo("a?b  ");
        assertThat(unicode.right("a" + hostile + "b", 5)).isEqualTo("  a?b");
        assertThat(unicode.ending("a" + hostile + "b", 5)).isEqualTo("a?b  ");
    }

    @Test
    void drawsBarsFromTheLowestToTheHighest() {
        assertThat(unicode.bars(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 8)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(ascii.bars(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 8)).isEqualTo("_.,-=+*#");
        assertThat(unicode.bars(new double[] {3, 3}, 8)).isEqualTo("▁▁");
        assertThat(unicode.bars(new double[0], 8)).isEmpty();
        double[] rising = new double[1000];
        Arrays.setAll(rising, i -> i);
        assertThat(unicode.bars(rising, 4)).isEqualTo("▂▄▅▇");
    }

    @ParameterizedTest
    @EnumSource
    void aLineEndsInItsWordWithinTheScreen(Tendency tendency) {
        AttributedString line = unicode.line("abcdefghijk ", Canvas.PLAIN, tendency);

        assertThat(line.toString()).isEqualTo("abcdefghijk " + unicode.cell(tendency.word(), 8));
        assertThat(line.styleAt(0)).isEqualTo(Canvas.PLAIN);
        assertThat(line.styleAt(12)).isEqualTo(Canvas.style(tendency));
        assertThat(unicode.line("x".repeat(50), Canvas.PLAIN, tendency).toString())
                .isEqualTo("x".repeat(20));
    }

    @Test
    void aSelectedLineHasNoColourOfItsOwn() {
        AttributedString line = unicode.line("abc ", Canvas.TITLE, Tendency.GROWING);

        assertThat(line.styleAt(0)).isEqualTo(Canvas.TITLE);
        assertThat(line.styleAt(6)).isEqualTo(Canvas.TITLE);
        assertThat(line.columnLength()).isEqualTo(20);
    }

    @Test
    void aLineIsAsLongAsTheScreenIsWide() {
        assertThat(unicode.line("abc", Canvas.FAINT).columnLength()).isEqualTo(20);
        assertThat(unicode.line("漢".repeat(30), Canvas.FAINT).toString()).isEqualTo("漢".repeat(9) + "… ");
        assertThat(unicode.line("abc", Canvas.FAINT).styleAt(2)).isEqualTo(Canvas.FAINT);
    }
}
