package dev.seep.source.exec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent over it, and whether it was closed. */
final class RecordingConnection implements ExecConnection {
    private final List<String> sent = new ArrayList<>();
    private volatile boolean closed;

    @Override
    public synchronized void send(byte[] input) {
        sent.add(new String(input, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        closed = true;
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    boolean isClosed() {
        return closed;
    }
}
