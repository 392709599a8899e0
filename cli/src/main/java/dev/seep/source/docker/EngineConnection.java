package dev.seep.source.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Connection to an engine, over a Unix socket or TCP. Read by one thread; may be written to and closed by others
 * meanwhile. ({@code Channels.newInputStream} would hold a lock while it waits, which writing needs.)
 */
final class EngineConnection extends InputStream {
    private static final int BUFFER = 16 << 10;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    EngineConnection(SocketAddress engine) throws IOException {
        channel = SocketChannel.open(engine);
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        } else if (!fill()) {
            return -1;
        }
        int read = Math.min(length, buffer.remaining());
        buffer.get(into, offset, read);
        return read;
    }

    /** Whether there is something in the buffer; else the other side has closed. */
    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        int read = channel.read(buffer.clear());
        buffer.flip();
        return read > 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is expected of it any more.
        }
    }
}
