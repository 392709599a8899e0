package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void lineHasNoControlCharactersWhateverItIsMadeOf() {
        assertThat(Messages.line("  one\r\n\ttwo\u001b[2Jthree\u2028four\u200e "))
                .isEqualTo("one two [2Jthree four");
    }

    @Test
    void lineIsNotLongerThanAPersonReadsUnlessAllOfItIsNeeded() {
        String text = "x".repeat(10_000);
        assertThat(Messages.line(text)).hasSizeBetween(390, 410).startsWith("xxx");
        assertThat(dev.seep.sample.Text.oneLine(text)).isEqualTo(text);
    }

    @Test
    void failureIsToldByItsInnermostCauseThatHasWords() {
        IOException inner = new IOException("connection\nrefused");
        assertThat(Messages.line(new IllegalStateException("outer", new IOException(null, inner))))
                .isEqualTo("connection refused");
        assertThat(Messages.line(new IllegalStateException("outer", new IOException())))
                .isEqualTo("outer");
        assertThat(Messages.line(new IOException())).isEqualTo("IOException");
    }
}
