package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Wire without encryption. */
record PlainWire(Owner owner) implements Wire {
    @Override
    public void begin() throws IOException {
        owner.agreed();
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
        owner.plain(bytes);
    }

    @Override
    public void send(ByteBuffer plain) throws IOException {
        owner.transmit(plain);
    }

    @Override
    public void end() {}
}
