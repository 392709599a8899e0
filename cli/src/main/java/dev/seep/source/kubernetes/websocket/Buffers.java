package dev.seep.source.kubernetes.websocket;

import java.nio.ByteBuffer;

/** Buffers of the network thread for one connection at a time. Each method empties the buffer it returns. */
final class Buffers {
    /** The longest records that the JDK makes and takes are somewhat longer than 32 KiB. */
    private static final int RECORD = 40 << 10;

    private final ByteBuffer incoming = ByteBuffer.allocateDirect(RECORD);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(RECORD);
    private final ByteBuffer encrypted = ByteBuffer.allocate(2 * RECORD);
    private final ByteBuffer plain = ByteBuffer.allocate(RECORD);

    /** Straight from the network. */
    ByteBuffer incoming() {
        return incoming.clear();
    }

    ByteBuffer outgoing() {
        return outgoing.clear();
    }

    /** For bytes that came before and now. */
    ByteBuffer encrypted() {
        return encrypted.clear();
    }

    ByteBuffer plain() {
        return plain.clear();
    }
}
