package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void halfOfACharacterIsNeverLeft() {
        String cut = Excerpt.of("ab\uD83D\uDE00cd", 3);

        assertThat(cut).isEqualTo("ab...");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Excerpt.of("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.of("abcd", 3)).isEqualTo("abc...");
    }
}
