package dev.seep.source.docker;

import dev.seep.source.exec.ExecChannels;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reader of a command's output and errors: frames of a byte for the stream, three zeros, the length as four bytes with
 * the highest first, and the data (Docker's API, "Attach to a container", stream format).
 */
final class ExecFrames {
    private static final int HEAD = 8;
    private static final int STDERR = 2;
    private static final int LARGEST_PIECE = 32 << 10;

    private final DataInputStream in;
    private final byte[] head = new byte[HEAD];

    ExecFrames(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Hands on everything until the stream ends.
     *
     * @throws EOFException if that is in the middle of a frame
     * @throws IOException if the connection fails, or sends no frame
     */
    void readInto(ExecChannels channels) throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            head[0] = (byte) first;
            head();
            if (first > STDERR || !Arrays.equals(head, 1, 4, new byte[3], 0, 3)) {
                throw new IOException("what came from the engine is no frame of output");
            }
            data(first, ByteBuffer.wrap(head).getInt(4) & 0xffffffffL, channels);
        }
    }

    private void head() throws IOException {
        try {
            in.readFully(head, 1, HEAD - 1);
        } catch (EOFException e) {
            throw cut();
        }
    }

    private static EOFException cut() {
        return new EOFException("the connection was closed in the middle of a frame of output");
    }

    private void data(int stream, long length, ExecChannels channels) throws IOException {
        byte[] piece = new byte[(int) Math.min(length, LARGEST_PIECE)];
        for (long left = length; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(left, piece.length));
            if (read < 0) {
                throw cut();
            }
            left -= read;
            ByteBuffer data = ByteBuffer.wrap(piece, 0, read);
            if (stream == STDERR) {
                channels.err(data);
            } else {
                channels.out(data);
            }
        }
    }
}
