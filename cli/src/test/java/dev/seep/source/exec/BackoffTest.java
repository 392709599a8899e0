package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new Random(7));

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 500", "2, 1000", "3, 2000", "5, 8000", "6, 15000", "100, 15000", "2147483647, 15000"})
    void pausesDoubleUpToTheLongestAndAreAtLeastHalfOfThat(int failures, long most) {
        List<Long> pauses = IntStream.range(0, 2_000)
                .mapToObj(i -> BACKOFF.pause(failures).toMillis())
                .toList();
        assertThat(pauses).allMatch(pause -> pause >= most / 2 && pause <= most);
        assertThat(pauses.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isBetween(most * 0.72, most * 0.78);
    }
}
