package dev.seep.bench;

import java.util.concurrent.CompletableFuture;

/** No client at all: what is left is the cost of asking and of the process itself. */
final class NoSockets implements KeptSockets {
    @Override
    public CompletableFuture<Socket> open(String target, Runnable answered) {
        return CompletableFuture.completedFuture(message -> answered.run());
    }

    @Override
    public void close() {
        // There is nothing.
    }
}
