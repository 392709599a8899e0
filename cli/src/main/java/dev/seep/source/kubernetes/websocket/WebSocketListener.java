package dev.seep.source.kubernetes.websocket;

import java.nio.ByteBuffer;

/** Listener to one web socket: told one thing after the other, by the one thread of all sockets. */
public interface WebSocketListener {
    /** Before anything else, unless the opening fails. */
    void opened(WebSocket socket);

    /**
     * A piece of a message.
     *
     * @param data valid during the call only, may be empty
     * @param last whether it completes the message
     */
    void received(ByteBuffer data, boolean last);

    /**
     * The other side ended it in order; nothing follows.
     *
     * @param reason its words, may be empty
     */
    void closed(String reason);

    /** The connection broke; nothing follows. */
    void broke(Exception failure);
}
