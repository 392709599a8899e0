package dev.seep.source.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Body of a known length: exactly so many bytes. */
final class SizedBody extends InputStream {
    private final InputStream from;
    private long left;

    SizedBody(InputStream from, long length) {
        this.from = from;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = from.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the connection was closed " + left + " bytes before the end of an answer");
        }
        left -= read;
        return read;
    }
}
