package dev.seep.source.docker;

import java.io.IOException;
import java.io.InputStream;

/** Body in chunks (RFC 9112, 7.1). Trailers are left where they are: a connection carries one answer. */
final class ChunkedBody extends InputStream {
    private static final SizedBody NONE = new SizedBody(InputStream.nullInputStream(), 0);

    private final InputStream from;
    private SizedBody chunk = NONE;
    private boolean first = true;
    private boolean ended;

    ChunkedBody(InputStream from) {
        this.from = from;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = chunk.read(into, offset, length);
        while (read < 0 && !ended) {
            next();
            read = ended ? -1 : chunk.read(into, offset, length);
        }
        return read;
    }

    private void next() throws IOException {
        if (!first && !HttpAnswer.line(from).isEmpty()) {
            throw new IOException("a chunk of the answer is longer than it says");
        }
        first = false;
        String size = HttpAnswer.line(from).replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("a chunk of the answer has no length");
        }
        long length = Long.parseLong(size, 16);
        ended = length == 0;
        chunk = new SizedBody(from, length);
    }
}
