package dev.seep.source.exec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps what is sent over it, and whether it was closed. */
final class RecordingWire implements ExecWire {
    private final List<String> sent = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public synchronized void send(byte[] input) {
        sent.add(new String(input, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Whether it is closed in time: a deadline tells its result first. */
    boolean closes() throws InterruptedException {
        return closed.await(20, TimeUnit.SECONDS);
    }
}
