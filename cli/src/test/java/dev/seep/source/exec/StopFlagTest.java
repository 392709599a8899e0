package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopFlagTest {
    private final StopFlag stop = new StopFlag();

    @Test
    void restsUntilTheTimeIsOver() {
        assertThat(stop.isUpWithin(Duration.ofMillis(1))).isFalse();
        assertThat(stop.isUp()).isFalse();
    }

    @Test
    void endsARest() throws Exception {
        CompletableFuture<Boolean> resting = CompletableFuture.supplyAsync(() -> stop.isUpWithin(Duration.ofHours(1)));
        stop.raise();
        assertThat(resting.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(stop.isUp()).isTrue();
    }

    @Test
    void interruptEndsARestToo() {
        Thread.currentThread().interrupt();
        assertThat(stop.isUpWithin(Duration.ofHours(1))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isUp()).isFalse();
    }
}
