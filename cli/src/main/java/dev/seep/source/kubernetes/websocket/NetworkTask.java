package dev.seep.source.kubernetes.websocket;

import java.io.IOException;

/** Task on the network thread that may find the connection broken. */
@FunctionalInterface
interface NetworkTask {
    void run() throws IOException;
}
