package dev.seep.source.kubernetes.websocket;

import java.nio.ByteBuffer;

/** Open web socket. Methods return at once, may be called from any thread, and do nothing once it is closed. */
public interface WebSocket {
    /** Protocol that the server chose of those offered. */
    String protocol();

    /** Sends a binary message, after those sent before. */
    void send(ByteBuffer message);

    /** Shows everybody on the way that the connection is in use. */
    void ping();

    /** Says that this is the end, and hangs up. The listener hears nothing any more. */
    void close();
}
