package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordedTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonOfAGapIsFoundByItsWord(GapReason reason) {
        assertThat(reason.word()).matches("[a-z]+(-[a-z]+)*");
        assertThat(GapReason.ofWord(reason.word())).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfAnEventIsFoundByItsWord(Event.Type type) {
        assertThat(type.word()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Event.Type.ofWord(type.word())).isEqualTo(type);
    }

    @Test
    void wordsAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(GapReason.TIMEOUT.word()).isEqualTo("timeout");
            assertThat(Unit.ofWord("ratio")).isEqualTo(Unit.RATIO);
            assertThat(BadDirection.ofWord("neither")).isEqualTo(BadDirection.NEITHER);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoWordIsRefusedWithThoseThatAre() {
        assertThat(Worded.find(Unit.class, "BYTES")).isEmpty();
        assertThat(Worded.find(GapReason.class, "no_shell")).isEmpty();
        assertThat(GapReason.ofWord("of-later")).isEqualTo(GapReason.UNKNOWN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.ofWord("furlongs"))
                .withMessage("unknown unit 'furlongs': use bytes, count, ratio or seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BadDirection.ofWord("left"))
                .withMessage("unknown direction 'left': use up, down or neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.Type.ofWord("exploded"))
                .withMessage("unknown event type 'exploded'");
    }
}
