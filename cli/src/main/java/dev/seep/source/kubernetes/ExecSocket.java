package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One exec over one web socket: tells the channels of the protocols {@code v4.channel.k8s.io} and
 * {@code v5.channel.k8s.io} apart. The first byte of each message is its channel; a message may come in pieces.
 */
final class ExecSocket implements WebSocket.Listener {
    private static final int STDIN = 0;
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
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    ExecSocket(ExecChannels channels, Deadlines deadlines) {
        this.channels = channels;
        this.deadlines = deadlines;
    }

    @Override
    public synchronized void onOpen(WebSocket opened) {
        socket = opened;
        if (ended) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (!ended) {
            if (channel == NONE && data.hasRemaining()) {
                channel = data.get() & 0xff;
            }
            deliver(data);
            if (last) {
                endOfMessage();
            }
        }
        from.request(1);
        return null;
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
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        endOfConnection(reason.isEmpty() ? "" : " (" + Words.line(reason) + ")");
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable failure) {
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
            abort();
        }
    }

    /** Sends a line to the command's standard input. Failures show up as the end of the exec. */
    synchronized void sendLine(String line) {
        byte[] text = line.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer message = ByteBuffer.allocate(text.length + 2);
        message.put((byte) STDIN).put(text).put((byte) '\n').flip();
        send(message);
    }

    private void send(ByteBuffer message) {
        WebSocket open = socket;
        if (open != null) {
            sending = sending.thenCompose(previous -> open.sendBinary(message, true));
        }
    }

    /** Shows everybody on the way that the connection is in use. */
    synchronized void ping() {
        WebSocket open = socket;
        if (open != null && !ended) {
            Future<?> unused = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    /**
     * Ends the command: closes its standard input, which only v5 can say, and the connection, which servers of v4 take
     * for it. Nothing is reported any more.
     */
    synchronized void close() {
        WebSocket open = socket;
        boolean first = !ended;
        ended = true;
        if (open == null || !first) {
            return;
        }
        if (open.getSubprotocol().startsWith("v5")) {
            send(ByteBuffer.wrap(new byte[] {(byte) CLOSE, STDIN}));
        }
        sending = sending.thenCompose(sent -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                .whenComplete((sent, failure) -> open.abort());
    }

    private void abort() {
        if (socket != null) {
            socket.abort();
        }
    }
}
