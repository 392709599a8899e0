package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BearerTokenTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void isReadOnceWhileItIsFresh() throws Exception {
        BearerToken token = new BearerToken(this::next, LONG);
        assertThat(token.header()).isEqualTo("Bearer token-1");
        assertThat(token.header()).isEqualTo("Bearer token-1");
    }

    @Test
    void isReadAnewWhenItIsOld() throws Exception {
        BearerToken token = new BearerToken(this::next, Duration.ofNanos(1));
        assertThat(token.header()).isEqualTo("Bearer token-1");
        Thread.sleep(1);
        assertThat(token.header()).isEqualTo("Bearer token-2");
    }

    @Test
    void oneThatIsThereAlreadyIsTakenFirst() throws Exception {
        assertThat(new BearerToken("there", this::next, LONG).header()).isEqualTo("Bearer there");
        BearerToken old = new BearerToken("there", this::next, Duration.ofNanos(1));
        Thread.sleep(1);
        assertThat(old.header()).isEqualTo("Bearer token-1");
    }

    @Test
    void aFailureIsToldAndTheNextTryIsANewOne() throws Exception {
        BearerToken token = new BearerToken(
                () -> {
                    if (read.get() == 0) {
                        read.set(1);
                        throw new IOException("no login");
                    }
                    return next();
                },
                LONG);
        assertThatThrownBy(token::header).isInstanceOf(IOException.class).hasMessage("no login");
        assertThat(token.header()).isEqualTo("Bearer token-2");
    }

    private String next() {
        return " token-" + read.incrementAndGet() + "\n";
    }
}
