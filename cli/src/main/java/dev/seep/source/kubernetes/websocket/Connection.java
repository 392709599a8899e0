package dev.seep.source.kubernetes.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Connection to a server, as the network thread sees it. All methods but {@link #abandon} belong to that thread. */
final class Connection implements Wire.Owner {
    /** Far more than is ever sent before an answer is waited for. */
    private static final long MOST_UNSENT = 1 << 20;

    private final NetworkLoop loop;
    private final Peer peer;
    private final SocketChannel channel;
    private Wire wire = new PlainWire(this);
    private @Nullable Queue<ByteBuffer> unsent;
    private long unsentBytes;
    private @Nullable SelectionKey key;
    private boolean busy;
    private boolean closed;

    /** User at this end of the connection. */
    interface Peer {
        void connected(Connection connection) throws IOException;

        void received(ByteBuffer plain) throws IOException;

        /** Nothing more comes; {@code failure} says why. */
        void ended(IOException failure);

        /** Nothing more comes, for nothing more is wanted. */
        void dropped();
    }

    Connection(NetworkLoop loop, Peer peer) throws IOException {
        this.loop = loop;
        this.peer = peer;
        this.channel = SocketChannel.open();
    }

    void wire(Wire chosen) {
        wire = chosen;
    }

    void open(InetSocketAddress address) {
        guarded(() -> {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(loop.selector(), SelectionKey.OP_CONNECT, this);
            if (channel.connect(address)) {
                connected();
            }
        });
    }

    private void connected() throws IOException {
        listen();
        wire.begin();
    }

    void ready(SelectionKey selected) {
        guarded(() -> {
            if (selected.isValid() && selected.isConnectable() && channel.finishConnect()) {
                connected();
            }
            if (selected.isValid() && selected.isWritable()) {
                flush();
            }
            if (selected.isValid() && selected.isReadable()) {
                read();
            }
        });
    }

    private void read() throws IOException {
        ByteBuffer incoming = loop.buffers().incoming();
        if (channel.read(incoming) < 0) {
            throw new EOFException("the connection ended");
        }
        wire.received(incoming.flip());
    }

    void send(ByteBuffer plain) {
        guarded(() -> wire.send(plain));
    }

    /** Sends it unless something that was sent before has not left yet. */
    void sendUnlessBusy(ByteBuffer plain) {
        if (unsent == null) {
            send(plain);
        }
    }

    @Override
    public void agreed() throws IOException {
        peer.connected(this);
    }

    @Override
    public void plain(ByteBuffer plain) throws IOException {
        if (!closed) {
            peer.received(plain);
        }
    }

    @Override
    public void transmit(ByteBuffer bytes) throws IOException {
        if (unsent == null) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            if (unsentBytes > MOST_UNSENT) {
                throw new IOException("the server takes nothing any more");
            }
            unsent = unsent == null ? new ArrayDeque<>() : unsent;
            unsentBytes += bytes.remaining();
            unsent.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
            listen();
        }
    }

    private void flush() throws IOException {
        while (unsent != null) {
            ByteBuffer next = unsent.peek();
            if (next == null) {
                unsent = null;
                break;
            }
            unsentBytes -= channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            unsent.remove();
        }
        listen();
    }

    private void listen() {
        if (key != null && key.isValid()) {
            key.interestOps((busy ? 0 : SelectionKey.OP_READ) | (unsent == null ? 0 : SelectionKey.OP_WRITE));
        }
    }

    @Override
    public void outside(Runnable work, NetworkTask then) {
        busy = true;
        listen();
        loop.workers().execute(() -> {
            work.run();
            loop.execute(() -> guarded(() -> {
                busy = false;
                listen();
                then.run();
            }));
        });
    }

    private void guarded(NetworkTask task) {
        if (closed) {
            return;
        }
        try {
            task.run();
        } catch (IOException failure) {
            end(failure);
        } catch (RuntimeException | Error failure) {
            end(new IOException(failure));
        }
    }

    private void end(IOException failure) {
        abandon();
        try {
            peer.ended(failure);
        } catch (RuntimeException | Error defect) {
            // The thread belongs to all connections: a fault of one must not end it.
        }
    }

    /** Hangs up because nobody needs it any more. */
    void drop() {
        abandon();
        peer.dropped();
    }

    /** Says goodbye if that is possible at once, and hangs up. */
    void close() {
        guarded(() -> wire.end());
        abandon();
    }

    /** Hangs up. */
    void abandon() {
        closed = true;
        unsent = null;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
