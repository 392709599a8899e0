package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndMarkScannerTest {
    private final ChannelBuffer buffer = new ChannelBuffer(1 << 20);
    private final EndMarkScanner scanner = new EndMarkScanner("END-7");

    private int comes(String text) {
        buffer.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        return scanner.find(buffer);
    }

    @Test
    void answerEndsWithTheLineOfTheMark() {
        assertThat(comes("one\ntwo\nEND-7\n")).isEqualTo("one\ntwo\nEND-7\n".length());
    }

    @Test
    void answerMayBeEmpty() {
        assertThat(comes("END-7\n")).isEqualTo(6);
    }

    @Test
    void whatFollowsTheMarkDoesNotBelongToTheAnswer() {
        assertThat(comes("one\nEND-7\nlate\nEND-7\n")).isEqualTo("one\nEND-7\n".length());
    }

    @Test
    void markMayBeSplitAnywhere() {
        String answer = "one\nEND-7\n";
        for (int cut = 1; cut < answer.length(); cut++) {
            ChannelBuffer pieces = new ChannelBuffer(100);
            EndMarkScanner again = new EndMarkScanner("END-7");
            pieces.add(ByteBuffer.wrap(answer.substring(0, cut).getBytes(StandardCharsets.ISO_8859_1)));
            assertThat(again.find(pieces)).as("cut at " + cut).isNegative();
            pieces.add(ByteBuffer.wrap(answer.substring(cut).getBytes(StandardCharsets.ISO_8859_1)));
            assertThat(again.find(pieces)).as("cut at " + cut).isEqualTo(answer.length());
        }
    }

    @Test
    void markMayComeByteByByte() {
        for (char next : "one\nEND-7".toCharArray()) {
            assertThat(comes(String.valueOf(next))).isNegative();
        }
        assertThat(comes("\n")).isEqualTo("one\nEND-7\n".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"END-77\n", "END-\n7\n", " END-7\n", "xEND-7\n", "END-7 \n", "END-7\r\n", "end-7\n", "\n\n\n"})
    void whatOnlyLooksLikeTheMarkDoesNotEndTheAnswer(String alike) {
        assertThat(comes(alike)).isNegative();
        assertThat(comes("\nEND-7\n")).isEqualTo(alike.length() + 7);
    }

    @Test
    void bytesThatAreNoTextDoNotHideTheMark() {
        assertThat(comes("\u0000\u00ff\u0080\nEND-7\n")).isEqualTo(10);
    }
}
