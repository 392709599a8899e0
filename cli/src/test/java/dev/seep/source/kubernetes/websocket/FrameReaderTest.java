package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private final List<String> told = new ArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final FrameReader reader = new FrameReader(new FrameReader.Sink() {
        @Override
        public void data(ByteBuffer piece, boolean last) {
            message.append(text(piece));
            if (last) {
                told.add("message " + message);
                message.setLength(0);
            }
        }

        @Override
        public void ping(ByteBuffer payload) {
            told.add("ping " + text(payload));
        }

        @Override
        public void close(String reason) {
            told.add("close " + reason);
        }
    });

    @Test
    void framesMayBeCutAnywhere() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(70_000 + 400);
        all.put((byte) 0x02).put((byte) 3).put(bytes("abc"));
        all.put((byte) 0x89).put((byte) 2).put(bytes("hi"));
        all.put((byte) 0x80).put((byte) 0);
        all.put((byte) 0x82).put((byte) 126).putShort((short) 300).put(bytes("x".repeat(300)));
        all.put((byte) 0x82).put((byte) 127).putLong(70_000).put(bytes("y".repeat(70_000)));
        all.put((byte) 0x88).put((byte) 5).put(new byte[] {3, (byte) 0xe8}).put(bytes("bye"));
        for (byte next : java.util.Arrays.copyOf(all.array(), all.position())) {
            reader.feed(ByteBuffer.wrap(new byte[] {next}));
        }
        assertThat(told)
                .containsExactly(
                        "ping hi",
                        "message abc",
                        "message " + "x".repeat(300),
                        "message " + "y".repeat(70_000),
                        "close bye");
    }

    @Test
    void manyFramesMayComeAtOnce() throws IOException {
        reader.feed(ByteBuffer.wrap(new byte[] {(byte) 0x82, 1, 'a', (byte) 0x8a, 0, (byte) 0x82, 0, (byte) 0x88, 0}));
        assertThat(told).containsExactly("message a", "message ", "close ");
    }

    @Test
    void whatIsNoWebSocketIsRefused() {
        assertThatThrownBy(() -> reader.feed(ByteBuffer.wrap(bytes("HTTP/1.1"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lengthBeyondAllReasonIsReadInPiecesAndKeptNowhere() throws IOException {
        reader.feed(ByteBuffer.allocate(10)
                .put((byte) 0x82)
                .put((byte) 127)
                .putLong(Long.MAX_VALUE)
                .flip());
        reader.feed(ByteBuffer.wrap(bytes("abc")));
        assertThat(message).hasToString("abc");
        assertThat(told).isEmpty();
    }

    @Test
    void whatAClientSendsIsMaskedAndWhole() {
        ByteBuffer frame = Frames.frame(Frames.BINARY, ByteBuffer.wrap(bytes("hello")));
        byte[] sent = new byte[frame.remaining()];
        frame.get(sent);
        assertThat(sent).hasSize(2 + 4 + 5).startsWith(0x82, 0x85);
        byte[] payload = new byte[5];
        for (int i = 0; i < 5; i++) {
            payload[i] = (byte) (sent[6 + i] ^ sent[2 + i % 4]);
        }
        assertThat(new String(payload, StandardCharsets.ISO_8859_1)).isEqualTo("hello");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.ISO_8859_1.decode(buffer).toString();
    }
}
