package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aBurstGoesOutAtOnceAndWhatFollowsAtTheRate() {
        TokenBucket bucket = new TokenBucket(2, 3);
        long now = 100 * SECOND;

        assertThat(new long[] {bucket.take(now), bucket.take(now), bucket.take(now)})
                .containsOnly(now);
        assertThat(bucket.take(now)).isEqualTo(now + SECOND / 2);
        assertThat(bucket.take(now)).isEqualTo(now + SECOND);
    }

    @Test
    void aQuietTimeBringsNoMoreThanABurst() {
        TokenBucket bucket = new TokenBucket(1, 2);
        bucket.take(0);
        long now = 3600 * SECOND;

        assertThat(bucket.take(now)).isEqualTo(now);
        assertThat(bucket.take(now)).isEqualTo(now);
        assertThat(bucket.take(now)).isEqualTo(now + SECOND);
    }

    @Test
    void withoutABoundNothingWaits() {
        TokenBucket bucket = new TokenBucket(Double.POSITIVE_INFINITY, 1);
        for (int i = 0; i < 1000; i++) {
            assertThat(bucket.take(SECOND)).isEqualTo(SECOND);
        }
    }
}
