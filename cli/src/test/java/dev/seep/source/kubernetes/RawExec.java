package dev.seep.source.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import okio.Sink;
import okio.Socket;

/** The server's end of an exec down to single frames, which no library for web sockets lets one choose. */
final class RawExec {
    static final int CONTINUATION = 0x00;
    static final int BINARY = 0x02;
    static final int LAST_CONTINUATION = 0x80;
    private static final int PING = 0x89;

    private final Buffer frames = new Buffer();
    private boolean cut;
    private final CountDownLatch pinged = new CountDownLatch(1);

    RawExec frame(int head, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        frames.writeByte(head).writeByte(bytes.length).write(bytes);
        return this;
    }

    /** Ends the connection at the first word from the client, as a broken network does: without a close frame. */
    RawExec thenCut() {
        cut = true;
        return this;
    }

    void awaitPing() throws InterruptedException {
        if (!pinged.await(3, TimeUnit.MINUTES)) {
            throw new AssertionError("never pinged");
        }
    }

    MockResponse response(RecordedRequest request) {
        String key = request.getHeaders().get("Sec-WebSocket-Key");
        String accept = ByteString.encodeUtf8(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                .sha1()
                .base64();
        return new MockResponse.Builder()
                .status("HTTP/1.1 101 Switching Protocols")
                .clearHeaders()
                .setHeader("Upgrade", "websocket")
                .setHeader("Connection", "Upgrade")
                .setHeader("Sec-WebSocket-Accept", accept)
                .setHeader("Sec-WebSocket-Protocol", "v4.channel.k8s.io")
                .socketHandler(this::serve)
                .build();
    }

    private void serve(Socket socket) {
        try {
            Sink sink = socket.getSink();
            sink.write(frames, frames.size());
            sink.flush();
            BufferedSource source = Okio.buffer(socket.getSource());
            if (cut) {
                source.readByte();
                socket.cancel();
                return;
            }
            while (!source.exhausted()) {
                if ((source.readByte() & 0xff) == PING) {
                    pinged.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
