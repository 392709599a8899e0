package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import dev.seep.source.kubernetes.websocket.WebSocket;
import dev.seep.source.kubernetes.websocket.WebSocketListener;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One exec over one web socket: tells the channels of the protocols {@code v4.channel.k8s.io} and
 * {@code v5.channel.k8s.io} apart. The first byte of each message is its channel; a message may come in pieces.
 */
final class ExecSocket implements WebSocketListener {
    private static final byte STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int STATUS = 3;
    private static final int CLOSE = 255;
    private static final int NONE = -1;
    private static final int LONGEST_STATUS = 64 << 10;
    private static final Duration GRACE = Duration.ofMillis(250);

    private final ExecChannels channels;
    private final Deadlines deadlines;
    private final ChannelBuffer status = new ChannelBuffer(LONGEST_STATUS);
    private int channel = NONE;
    private boolean ended;
    private @Nullable WebSocket socket;

    ExecSocket(ExecChannels channels, Deadlines deadlines) {
        this.channels = channels;
        this.deadlines = deadlines;
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
        if (!data.hasRemaining()) {
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
        endOfConnection(reason.isEmpty() ? "" : " (" + Words.line(reason) + ")");
    }

    @Override
    public synchronized void broke(Exception failure) {
        endOfConnection(" (" + Words.line(failure) + ")");
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
            channels.ended(how);
            if (socket != null) {
                socket.close();
            }
        }
    }

    /** Sends this to the command's standard input. Failures show up as the end of the exec. */
    synchronized void send(byte[] input) {
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

    /**
     * Ends the command: closes its standard input, which only v5 can say, and the connection, which servers of v4 take
     * for it. Nothing is reported any more.
     */
    synchronized void close() {
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
