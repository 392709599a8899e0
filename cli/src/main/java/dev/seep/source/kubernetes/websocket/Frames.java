package dev.seep.source.kubernetes.websocket;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Frames of RFC 6455 that a client sends: whole messages, masked. */
final class Frames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FINAL = 0x80;
    static final int MASKED = 0x80;
    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;

    private static final int LONGEST_HEAD = 14;

    private Frames() {}

    static ByteBuffer frame(int opcode, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + LONGEST_HEAD);
        frame.put((byte) (FINAL | opcode));
        if (length < TWO_BYTES) {
            frame.put((byte) (MASKED | length));
        } else if (length <= 0xffff) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
        }
        int mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload.get() ^ (mask >> (8 * (3 - i % 4)))));
        }
        return frame.flip();
    }

    /** In order, without a reason. */
    static ByteBuffer close() {
        return frame(CLOSE, ByteBuffer.wrap(new byte[] {3, (byte) 0xe8}));
    }
}
