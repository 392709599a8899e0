package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordWrapTest {
    private static final String REASON = "grows 4.1 MiB/h (95 % 3.9 to 4.4) and does not flatten; the limit of 256 MiB"
            + " is reached in 31 h, and what stands here goes on for a line or two";

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void keepsEveryWordOnLinesThatFit(int width) {
        List<String> lines = WordWrap.lines(REASON, width);

        assertThat(String.join(" ", lines)).isEqualTo(REASON);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        for (int i = 1; i < lines.size(); i++) {
            String word = lines.get(i).replaceFirst("^(\\(?[+-]?[\\d.,]{1,9} )?(\\S+).*", "$1$2");
            assertThat(lines.get(i - 1).length() + 1 + word.length())
                    .as("a line that ends before '%s'", word)
                    .isGreaterThan(width);
        }
    }

    @Test
    void fillsALineToItsLastColumn() {
        assertThat(WordWrap.lines("ab cd ef", 5)).containsExactly("ab cd", "ef");
        assertThat(WordWrap.lines("ab cd ef", 4)).containsExactly("ab", "cd", "ef");
    }

    @Test
    void breaksAWordThatNoLineHasRoomFor() {
        assertThat(WordWrap.lines("of shop/deployment/web-frontend/app in", 20))
                .containsExactly("of", "shop/deployment/web-", "frontend/app in");
        assertThat(WordWrap.lines("x".repeat(40), 20)).containsExactly("x".repeat(20), "x".repeat(20));
        assertThat(WordWrap.lines("x" + "😀".repeat(10), 20))
                .as("never within a character")
                .containsExactly("x" + "😀".repeat(9), "😀");
    }

    @Test
    void leavesAWordWholeInTooLittleRoomForAny() {
        assertThat(WordWrap.lines("of shop/web/app in", 10)).containsExactly("of", "shop/web/app", "in");
        assertThat(WordWrap.lines("shop/web/app", 10)).containsExactly("shop/web/app");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -9})
    void hasAWordALineWhereThereIsNoRoom(int width) {
        assertThat(WordWrap.lines("a b c", width)).containsExactly("a", "b", "c");
    }

    @Test
    void keepsBlanksWithinALineAndNoneAtItsEnd() {
        assertThat(WordWrap.lines("web  growth", 20)).containsExactly("web  growth");
        assertThat(WordWrap.lines("web  growth", 6)).containsExactly("web", "growth");
        assertThat(WordWrap.lines("", 20)).containsExactly("");
    }

    @Test
    void hangsTheOtherLinesBelowTheFirst() {
        assertThat(Reports.text(out -> WordWrap.hanging("LEAK  ", 6, "one two three four", 15, out)))
                .isEqualTo("LEAK  one two\n      three\n      four\n");
        assertThat(Reports.text(out -> WordWrap.hanging("\033[33mopen\033[0m  ", 6, "one two", 9, out)))
                .as("colours take no columns")
                .isEqualTo("\033[33mopen\033[0m  one\n      two\n");
    }
}
