package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Codec between the bytes of a connection and its plain data. Used by the network thread alone. */
interface Wire {
    /** Starts to agree with the other side, where that is needed. */
    void begin() throws IOException;

    /**
     * Takes all that came.
     *
     * @throws IOException if it breaks the agreement
     */
    void received(ByteBuffer bytes) throws IOException;

    void send(ByteBuffer plain) throws IOException;

    /** Says that nothing follows, where there is a way to. */
    void end() throws IOException;

    /** The connection that the wire belongs to. */
    interface Owner {
        /** Both sides agree: {@link #send} may be used. */
        void agreed() throws IOException;

        /** @param plain valid during the call only */
        void plain(ByteBuffer plain) throws IOException;

        /** To be sent as it is. */
        void transmit(ByteBuffer bytes) throws IOException;

        /** Work that takes long; {@code then} runs on the network thread after it, and nothing is read before. */
        void outside(Runnable work, NetworkTask then);
    }
}
