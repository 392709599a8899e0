package dev.seep.source.kubernetes.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told, whole messages in one piece. */
final class HeardEvents implements WebSocketListener {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private volatile @Nullable WebSocket socket;

    @Override
    public void opened(WebSocket opened) {
        socket = opened;
        events.add("opened " + opened.protocol());
    }

    @Override
    public void received(ByteBuffer data, boolean last) {
        message.append(StandardCharsets.ISO_8859_1.decode(data));
        if (last) {
            events.add("message " + message);
            message.setLength(0);
        }
    }

    @Override
    public void closed(String reason) {
        events.add("closed " + reason);
    }

    @Override
    public void broke(Exception failure) {
        events.add("broke " + failure.getMessage());
    }

    /** The next one, which is waited for. */
    String next() {
        try {
            return String.valueOf(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is nothing that was not asked for. */
    boolean isEmpty() {
        return events.isEmpty();
    }

    WebSocket socket() {
        return Objects.requireNonNull(socket);
    }
}
