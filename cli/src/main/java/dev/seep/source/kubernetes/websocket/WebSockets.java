package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Client of web sockets. All of them share one thread and its buffers; an idle one holds no buffer at all. To be closed
 * when none is needed any more.
 */
public final class WebSockets implements AutoCloseable {
    private final NetworkLoop loop;
    private final @Nullable Supplier<SSLEngine> tls;

    /**
     * @param tls makes a new client's end for each connection, null for no encryption
     * @param workers for the arithmetic of handshakes
     */
    public WebSockets(@Nullable Supplier<SSLEngine> tls, Executor workers) {
        this.tls = tls;
        this.loop = new NetworkLoop(workers);
    }

    /**
     * Opens one; {@code address} must be resolved.
     *
     * @return completes when the listener knows that it is open; fails with an {@link UpgradeRefusedException} if the
     *     server wants none, else with another {@link IOException}, and the listener hears nothing
     */
    public CompletableFuture<Void> open(
            InetSocketAddress address, UpgradeRequest request, WebSocketListener listener, long deadlineMillis) {
        CompletableFuture<Void> opening = new CompletableFuture<>();
        try {
            UpgradedSocket socket = new UpgradedSocket(loop, request, listener, opening);
            Connection connection = socket.connection();
            if (tls != null) {
                connection.wire(new TlsWire(tls.get(), connection, loop.buffers()));
            }
            if (!loop.execute(() -> connection.open(address))) {
                connection.abandon();
                throw new IOException("the web sockets are closed");
            }
            IOException late = new IOException("no answer within " + deadlineMillis + " ms");
            CompletableFuture<Void> timer =
                    new CompletableFuture<Void>().completeOnTimeout(null, deadlineMillis, TimeUnit.MILLISECONDS);
            CompletableFuture<Void> unused = timer.thenRun(() -> loop.execute(() -> socket.giveUp(late)));
            return opening.whenComplete((opened, failure) -> timer.cancel(false));
        } catch (IOException e) {
            opening.completeExceptionally(e);
            return opening;
        }
    }

    /**
     * Hangs up wherever there is still a connection, without a word to the listeners; openings under way fail, and so
     * do later ones.
     */
    @Override
    public void close() {
        loop.close();
    }
}
