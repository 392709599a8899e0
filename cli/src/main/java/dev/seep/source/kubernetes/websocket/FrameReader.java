package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reader of the frames that a server sends, however they are cut. Holds no payload but that of control frames. */
final class FrameReader {
    private static final int RESERVED = 0x70;
    private static final int CONTROL = 0x08;
    private static final int LONGEST_CONTROL = 125;

    private final Sink sink;
    private int opcode = -1;
    private boolean last;
    private boolean inMessage;
    private int lengthBytes;
    private long length = -1;
    private ByteBuffer control = ByteBuffer.allocate(0);

    /** Receiver of frames. */
    interface Sink {
        void data(ByteBuffer piece, boolean last);

        void ping(ByteBuffer payload);

        void close(String reason);
    }

    FrameReader(Sink sink) {
        this.sink = sink;
    }

    void feed(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() || (length == 0 && lengthBytes == 0)) {
            if (length < 0 || lengthBytes > 0) {
                head(bytes.get() & 0xff);
            } else if ((opcode & CONTROL) != 0) {
                control(bytes);
            } else {
                data(bytes);
            }
        }
    }

    private void head(int next) throws IOException {
        if (opcode < 0) {
            begin(next);
        } else if (lengthBytes > 0) {
            length = (length << 8) | next;
            lengthBytes--;
            if (lengthBytes == 0 && length < 0) {
                throw new IOException("the server sends a frame of a negative length");
            }
        } else {
            length(next);
        }
        if (lengthBytes == 0 && length >= 0) {
            headIsComplete();
        }
    }

    private void begin(int next) throws IOException {
        if ((next & RESERVED) != 0) {
            throw new IOException("the server sends what is no web socket");
        }
        opcode = next & 0x0f;
        last = (next & Frames.FINAL) != 0;
        switch (opcode) {
            case Frames.CONTINUATION, Frames.TEXT, Frames.BINARY -> {
                if (inMessage != (opcode == Frames.CONTINUATION)) {
                    throw new IOException("the server sends frames of a message out of turn");
                }
                inMessage = !last;
            }
            case Frames.CLOSE, Frames.PING, Frames.PONG -> {
                if (!last) {
                    throw new IOException("the server sends a control frame in pieces");
                }
            }
            default -> throw new IOException("the server sends frames of the unknown opcode " + opcode);
        }
    }

    private void length(int next) throws IOException {
        if ((next & Frames.MASKED) != 0) {
            throw new IOException("the server sends masked frames");
        }
        lengthBytes = next == Frames.TWO_BYTES ? 2 : next == Frames.EIGHT_BYTES ? 8 : 0;
        length = lengthBytes == 0 ? next : 0;
    }

    private void headIsComplete() throws IOException {
        if ((opcode & CONTROL) != 0) {
            if (length > LONGEST_CONTROL) {
                throw new IOException("the server sends a control frame of " + length + " bytes");
            }
            control = ByteBuffer.allocate((int) length);
        }
    }

    private void data(ByteBuffer bytes) {
        int size = (int) Math.min(length, bytes.remaining());
        ByteBuffer piece = bytes.slice(bytes.position(), size);
        bytes.position(bytes.position() + size);
        length -= size;
        boolean complete = last && length == 0;
        if (length == 0) {
            nextFrame();
        }
        sink.data(piece, complete);
    }

    private void control(ByteBuffer bytes) {
        while (control.hasRemaining() && bytes.hasRemaining()) {
            control.put(bytes.get());
            length--;
        }
        if (control.hasRemaining()) {
            return;
        }
        int kind = opcode;
        ByteBuffer payload = control.flip();
        nextFrame();
        control = ByteBuffer.allocate(0);
        if (kind == Frames.PING) {
            sink.ping(payload);
        } else if (kind == Frames.CLOSE) {
            payload.position(Math.min(2, payload.limit()));
            sink.close(StandardCharsets.UTF_8.decode(payload).toString());
        }
    }

    private void nextFrame() {
        opcode = -1;
        length = -1;
    }
}
