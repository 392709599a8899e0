package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NetworkLoopTest {
    private final NetworkLoop loop = new NetworkLoop(Runnable::run);

    @Test
    void whatIsToBeDoneIsDoneInOrderBeforeItCloses() throws InterruptedException {
        StringBuilder order = new StringBuilder();
        CountDownLatch done = new CountDownLatch(1);
        loop.execute(() -> order.append("a"));
        loop.execute(() -> order.append("b"));
        loop.execute(done::countDown);
        loop.close();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasToString("ab");
    }

    @Test
    void onceClosedItTakesNothing() {
        loop.close();
        assertThat(loop.execute(() -> {
                    throw new IllegalStateException("this never runs");
                }))
                .isFalse();
    }

    @Test
    void threadThatDiesLeavesNobodyWaiting() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            CompletableFuture<Void> opening = new CompletableFuture<>();
            UpgradeRequest request = new UpgradeRequest("localhost", "/", List.of(LoopbackServer.PROTOCOL), Map.of());
            UpgradedSocket socket = new UpgradedSocket(loop, request, new HeardEvents(), opening);
            loop.execute(() -> socket.connection().open(server.address()));
            try (LoopbackServer.Client client = server.accept()) {
                loop.execute(() -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, asExpected) -> {});
                    throw new OutOfMemoryError("so says a test");
                });
                assertThat(client.isHungUp()).isTrue();
                assertThat(catchThrowable(() -> opening.get(20, TimeUnit.SECONDS)))
                        .hasCauseInstanceOf(IOException.class);
                assertThat(loop.execute(() -> {})).isFalse();
            }
        }
    }
}
