package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Web socket from the request for it to its end. */
final class UpgradedSocket implements WebSocket, Connection.Peer, FrameReader.Sink {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final NetworkLoop loop;
    private final WebSocketListener listener;
    private final FrameReader frames = new FrameReader(this);
    private final Connection connection;
    private @Nullable Upgrade upgrade;
    private String protocol = "";
    private boolean over;

    /** State until it is open. */
    private record Upgrade(UpgradeRequest request, UpgradeAnswer answer, CompletableFuture<Void> opening) {}

    UpgradedSocket(
            NetworkLoop loop, UpgradeRequest request, WebSocketListener listener, CompletableFuture<Void> opening)
            throws IOException {
        this.loop = loop;
        this.listener = listener;
        this.upgrade = new Upgrade(request, new UpgradeAnswer(), opening);
        this.connection = new Connection(loop, this);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void connected(Connection now) {
        if (upgrade != null) {
            now.send(upgrade.request().bytes());
        }
    }

    @Override
    public void received(ByteBuffer plain) throws IOException {
        Upgrade opening = upgrade;
        if (opening != null && opening.answer().take(plain)) {
            upgrade = null;
            finish(opening);
        }
        if (upgrade == null && !over) {
            frames.feed(plain);
        }
    }

    private void finish(Upgrade opening) throws IOException {
        if (opening.answer().isUpgrade()) {
            try {
                protocol = opening.request().accepted(opening.answer());
            } catch (IOException e) {
                fail(opening, e);
                return;
            }
            listener.opened(this);
            opening.opening().complete(null);
        } else {
            fail(opening, new UpgradeRefusedException(opening.answer()));
        }
    }

    private void fail(Upgrade opening, IOException failure) {
        over = true;
        connection.abandon();
        opening.opening().completeExceptionally(failure);
    }

    @Override
    public void ended(IOException failure) {
        Upgrade opening = upgrade;
        upgrade = null;
        if (opening != null) {
            boolean said = opening.answer().hasHead();
            fail(opening, said ? new UpgradeRefusedException(opening.answer()) : failure);
        } else if (!over) {
            over = true;
            listener.broke(failure);
        }
    }

    @Override
    public void dropped() {
        over = true;
        giveUp(new IOException("the web sockets are closed"));
    }

    /** Ends an opening that takes too long. */
    void giveUp(IOException why) {
        if (upgrade != null) {
            ended(why);
        }
    }

    @Override
    public void data(ByteBuffer piece, boolean last) {
        if (!over) {
            listener.received(piece, last);
        }
    }

    @Override
    public void ping(ByteBuffer payload) {
        connection.sendUnlessBusy(Frames.frame(Frames.PONG, payload));
    }

    @Override
    public void close(String reason) {
        if (!over) {
            over = true;
            listener.closed(reason);
            hangUp();
        }
    }

    private void hangUp() {
        connection.send(Frames.close());
        connection.close();
    }

    @Override
    public String protocol() {
        return protocol;
    }

    @Override
    public void send(ByteBuffer message) {
        loop.execute(() -> connection.send(Frames.frame(Frames.BINARY, message)));
    }

    @Override
    public void ping() {
        loop.execute(() -> connection.send(Frames.frame(Frames.PING, EMPTY.duplicate())));
    }

    @Override
    public void close() {
        loop.execute(() -> {
            over = true;
            hangUp();
        });
    }
}
