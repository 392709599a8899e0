package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTimeTest {
    @Test
    void saysHowLongOfHowLongAndWhatIsLeft() {
        SoakStatus status = at(Duration.ofMillis(14_999), Optional.of(Duration.ofMillis(105_001)));

        assertThat(RunTime.words(status)).isEqualTo("14s of 2m, 1m46s left");
        assertThat(RunTime.passed(status)).isEqualTo("14s of 2m");
        assertThat(RunTime.words(at(Duration.ofHours(8), Optional.of(Duration.ZERO))))
                .isEqualTo("8h of 8h, 0s left");
    }

    @Test
    void ofARunWithoutEndThereIsNothingLeft() {
        assertThat(RunTime.words(at(Duration.ofMillis(59_900), Optional.empty())))
                .isEqualTo("59s");
    }

    @Test
    void countsWhatWasPolledBefore() {
        SoakStatus resumed = at(Duration.ofSeconds(5), Optional.of(Duration.ofMinutes(55)));

        assertThat(RunTime.words(resumed.after(Duration.ofSeconds(25_495)))).isEqualTo("7h5m of 8h, 55m left");
    }

    private static SoakStatus at(Duration elapsed, Optional<Duration> left) {
        return new SoakStatus(Instant.EPOCH, elapsed, left, 1, 1, 0, 0, 0, Optional.empty());
    }
}
