package dev.seep.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** Web sockets that stay open, by one client or another. */
interface KeptSockets extends AutoCloseable {
    /** The subprotocol of execs. */
    String PROTOCOL = "v5.channel.k8s.io";

    /** @param answered told of each whole message that comes */
    CompletableFuture<Socket> open(String target, Runnable answered);

    @Override
    void close();

    /** One that is open. */
    interface Socket {
        /** Sends a binary message; not again before its answer has come. */
        void send(ByteBuffer message);
    }
}
