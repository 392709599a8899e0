package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpgradeAnswerTest {
    private final UpgradeAnswer answer = new UpgradeAnswer();

    @Test
    void whatFollowsAnUpgradeIsLeftAlone() throws IOException {
        ByteBuffer data = buffer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nframes");
        assertThat(answer.take(data)).isTrue();
        assertThat(answer.isUpgrade()).isTrue();
        assertThat(answer.header("UPGRADE")).contains("websocket");
        assertThat(data.remaining()).isEqualTo("frames".length());
    }

    @Test
    void refusalIsCompleteWithItsBody() throws IOException {
        assertThat(answer.take(buffer("HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n\r")))
                .isFalse();
        assertThat(answer.take(buffer("\nno"))).isFalse();
        assertThat(answer.take(buffer("pe"))).isTrue();
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("nope");
    }

    @Test
    void refusalMayComeInChunks() throws IOException {
        assertThat(answer.take(buffer("HTTP/1.1 500 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")))
                .isFalse();
        assertThat(answer.take(buffer("6\r\n world\r\n0\r\n\r\n"))).isTrue();
        assertThat(answer.body()).startsWith("hello").contains("world").doesNotContain("\r");
    }

    @Test
    void whatIsNoHttpIsRefused() {
        assertThatThrownBy(() -> answer.take(buffer("SSH-2.0-OpenSSH_9\r\n\r\n")))
                .isInstanceOf(IOException.class)
                .hasMessage("the answer is no HTTP");
        assertThatThrownBy(() -> new UpgradeAnswer().take(buffer("x".repeat(100_000))))
                .isInstanceOf(IOException.class);
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
