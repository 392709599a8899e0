package dev.seep.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frames of RFC 6455 as a server needs them: unfragmented messages below 64 KiB. */
final class Frames {
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;

    /** A message of the client, a character for each byte. */
    record Frame(int opcode, String payload) {}

    private final DataInputStream in;
    private final OutputStream out;

    Frames(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int second = in.readUnsignedByte();
        int length = second & 0x7f;
        if (length == SHORT) {
            length = in.readUnsignedShort();
        } else if (length > SHORT) {
            throw new IOException("a message longer than 64 KiB");
        }
        byte[] mask = in.readNBytes((second & MASKED) == 0 ? 0 : 4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length && mask.length == 4; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(opcode, new String(payload, StandardCharsets.ISO_8859_1));
    }

    synchronized void write(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < SHORT) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) SHORT).putShort((short) payload.length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }
}
