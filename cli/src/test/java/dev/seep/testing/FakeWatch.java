package dev.seep.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** One open watch: sends lines as they come. */
final class FakeWatch implements MockResponseBody {
    private static final String END = "";

    private final String namespace;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** @param namespace empty for all */
    FakeWatch(String namespace) {
        this.namespace = namespace;
    }

    boolean covers(String other) {
        return namespace.isEmpty() || namespace.equals(other);
    }

    void line(String line) {
        lines.add(line);
    }

    void end() {
        lines.add(END);
    }

    MockResponse response() {
        return new MockResponse.Builder()
                .clearHeaders()
                .setHeader("Transfer-Encoding", "chunked")
                .body(this)
                .setHeader("Transfer-Encoding", "chunked")
                .removeHeader("Content-Length")
                .build();
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try {
            // The head of the answer travels with the first chunk.
            sink.flush();
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                byte[] chunk = (line + "\n").getBytes(StandardCharsets.UTF_8);
                sink.writeHexadecimalUnsignedLong(chunk.length)
                        .writeUtf8("\r\n")
                        .write(chunk)
                        .writeUtf8("\r\n")
                        .flush();
            }
            // The empty line behind the last chunk comes with the trailers, which the server writes.
            sink.writeUtf8("0\r\n").flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
