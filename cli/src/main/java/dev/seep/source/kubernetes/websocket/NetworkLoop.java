package dev.seep.source.kubernetes.websocket;

import dev.seep.sample.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Loop of the one thread that waits for the network, for all connections. */
final class NetworkLoop {
    private final Selector selector;
    private final Buffers buffers = new Buffers();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Executor workers;
    private boolean closed;

    NetworkLoop(Executor workers) {
        this.workers = workers;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Threads.start("seep-kube-network", this::run);
    }

    Selector selector() {
        return selector;
    }

    Buffers buffers() {
        return buffers;
    }

    Executor workers() {
        return workers;
    }

    /** Runs the task on the thread of the network; false, and it never runs, once that is closed. */
    synchronized boolean execute(Runnable task) {
        if (closed) {
            return false;
        }
        tasks.add(task);
        selector.wakeup();
        return true;
    }

    /** Ends the thread after its pending tasks. */
    synchronized void close() {
        closed = true;
        selector.wakeup();
    }

    private synchronized boolean isNeeded() {
        return !closed || !tasks.isEmpty();
    }

    private void run() {
        try (selector) {
            try {
                serve();
            } finally {
                // Also when the thread dies: who waits must learn it, and nobody may wait for it from now on.
                close();
                selector.keys().forEach(key -> ((Connection) key.attachment()).drop());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the network of this machine cannot be waited for", e);
        }
    }

    private void serve() throws IOException {
        while (isNeeded()) {
            selector.select(key -> ((Connection) key.attachment()).ready(key));
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }
}
