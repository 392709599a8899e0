package dev.seep.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The client that comes with the JDK, one for all sockets. */
final class JdkSockets implements KeptSockets {
    private final HttpClient client;
    private final String address;

    JdkSockets(int port, SSLContext trust, Executor workers) {
        address = "wss://127.0.0.1:" + port;
        client = HttpClient.newBuilder().sslContext(trust).executor(workers).build();
    }

    @Override
    public CompletableFuture<Socket> open(String target, Runnable answered) {
        return client.newWebSocketBuilder()
                .subprotocols(PROTOCOL)
                .buildAsync(URI.create(address + target), new Listener(answered))
                .thenApply(JdkSockets::sending);
    }

    private static Socket sending(WebSocket socket) {
        return message -> {
            var unused = socket.sendBinary(message, true);
        };
    }

    @Override
    public void close() {
        // It ends with its process.
    }

    private record Listener(Runnable answered) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            if (last) {
                answered.run();
            }
            socket.request(1);
            return null;
        }
    }
}
