package dev.seep.source.kubernetes.exec;

import dev.seep.sample.GapReason;
import dev.seep.source.exec.ChannelBuffer;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.ExecChannels;
import dev.seep.source.exec.ExecConnection;
import dev.seep.source.exec.ExecEnd;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.websocket.WebSocket;
import dev.seep.source.kubernetes.websocket.WebSocketListener;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Web socket of one exec: tells the channels of the protocols {@code v4.channel.k8s.io} and {@code v5.channel.k8s.io}
 * apart. The first byte of each message is its channel; a message may come in pieces.
 */
final class ExecSocket implements WebSocketListener, ExecConnection {
    private static final byte STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int STATUS = 3;
    private static final int CLOSE = 255;
    private static final int NONE = -1;
    private static final int LONGEST_STATUS = 64 << 10;
    private static final Duration GRACE = Duration.ofMillis(250);

    private final Deadlines deadlines;
    private final ChannelBuffer status = new ChannelBuffer(LONGEST_STATUS);
    private int channel = NONE;
    private boolean ended;
    private @Nullable WebSocket socket;
    private @Nullable ExecChannels channels;

    ExecSocket(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** To be called once, before it is dialled. */
    synchronized void tell(ExecChannels listener) {
        channels = listener;
    }

    @Override
    public synchronized void opened(WebSocket opened) {
        socket = opened;
        if (ended) {
            opened.close();
        }
    }

    @Override
    public synchronized void received(ByteBuffer data, boolean last) {
        if (ended) {
            return;
        }
        if (channel == NONE && data.hasRemaining()) {
            channel = data.get() & 0xff;
        }
        deliver(data);
        if (last) {
            endOfMessage();
        }
    }

    private void deliver(ByteBuffer data) {
        if (!data.hasRemaining() || channels == null) {
            return;
        }
        switch (channel) {
            case STDOUT -> channels.out(data);
            case STDERR -> channels.err(data);
            case STATUS -> status.add(data);
            default -> {}
        }
    }

    private void endOfMessage() {
        if (channel == STATUS && status.size() > 0) {
            // The close that follows at once ends it; this is for the proxy that forgets to pass it on.
            Future<?> unused = deadlines.after(GRACE, this::endByStatus);
        }
        channel = NONE;
    }

    private synchronized void endByStatus() {
        end(StatusFrame.parse(status.text()));
    }

    @Override
    public synchronized void closed(String reason) {
        endOfConnection(reason.isEmpty() ? "" : " (" + Messages.line(reason) + ")");
    }

    @Override
    public synchronized void broke(Exception failure) {
        endOfConnection(" (" + Messages.line(failure) + ")");
    }

    private void endOfConnection(String words) {
        if (status.size() > 0) {
            endByStatus();
        } else {
            end(new ExecEnd.Broken(GapReason.UNREACHABLE, "the connection was closed without an exit status" + words));
        }
    }

    private void end(ExecEnd how) {
        if (!ended) {
            ended = true;
            if (channels != null) {
                channels.ended(how);
            }
            if (socket != null) {
                socket.close();
            }
        }
    }

    @Override
    public synchronized void send(byte[] input) {
        if (socket != null && !ended) {
            socket.send(
                    ByteBuffer.allocate(input.length + 1).put(STDIN).put(input).flip());
        }
    }

    /** Shows everybody on the way that the connection is in use. */
    synchronized void ping() {
        if (socket != null && !ended) {
            socket.ping();
        }
    }

    /** Only v5 can say that standard input is closed; servers of v4 take the end of the connection for it. */
    @Override
    public synchronized void close() {
        boolean first = !ended;
        ended = true;
        if (socket == null || !first) {
            return;
        }
        if (socket.protocol().startsWith("v5")) {
            socket.send(ByteBuffer.wrap(new byte[] {(byte) CLOSE, STDIN}));
        }
        socket.close();
    }
}
