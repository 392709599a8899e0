package dev.seep.bench;

import dev.seep.source.kubernetes.websocket.UpgradeRequest;
import dev.seep.source.kubernetes.websocket.WebSocket;
import dev.seep.source.kubernetes.websocket.WebSocketListener;
import dev.seep.source.kubernetes.websocket.WebSockets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Seep's own client. */
final class OwnSockets implements KeptSockets {
    private static final long DEADLINE_MILLIS = 60_000;

    private final InetSocketAddress address;
    private final WebSockets sockets;

    OwnSockets(int port, SSLContext trust, Executor workers) {
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        sockets = new WebSockets(() -> engine(trust, port), workers);
    }

    private static SSLEngine engine(SSLContext trust, int port) {
        SSLEngine engine = trust.createSSLEngine("127.0.0.1", port);
        engine.setUseClientMode(true);
        return engine;
    }

    @Override
    public CompletableFuture<Socket> open(String target, Runnable answered) {
        Listener listener = new Listener(answered);
        return sockets.open(
                        address,
                        new UpgradeRequest("127.0.0.1:" + address.getPort(), target, List.of(PROTOCOL), Map.of()),
                        listener,
                        DEADLINE_MILLIS)
                .thenApply(opened -> listener.opened::send);
    }

    @Override
    public void close() {
        sockets.close();
    }

    private static final class Listener implements WebSocketListener {
        private final Runnable answered;

        @SuppressWarnings("NullAway.Init")
        private WebSocket opened;

        Listener(Runnable answered) {
            this.answered = answered;
        }

        @Override
        public void opened(WebSocket socket) {
            opened = socket;
        }

        @Override
        public void received(ByteBuffer data, boolean last) {
            if (last) {
                answered.run();
            }
        }

        @Override
        public void closed(String reason) {
            throw new IllegalStateException("closed: " + reason);
        }

        @Override
        public void broke(Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
