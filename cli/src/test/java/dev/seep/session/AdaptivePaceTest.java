package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptivePaceTest {
    private final AdaptivePace pace = new AdaptivePace(Duration.ofSeconds(30));

    @Test
    void halvesWhileTheServerRefusesAndNotWithoutEnd() {
        for (int look = 1; look <= 5; look++) {
            pace.refused();
            pace.refused();
            assertThat(pace.adjust().isPresent()).isEqualTo(look <= 3);
        }

        assertThat(pace.level()).isEqualTo(8);
    }

    @Test
    void saysWhy() {
        pace.refused();
        assertThat(pace.adjust()).contains("the server refused 1 polls as too many requests");
        pace.answered(20_000);
        pace.answered(14_000);
        assertThat(pace.adjust()).contains("answers took 17000 ms on average");
    }

    @Test
    void answersInHalfTheirTimeAreQuickEnough() {
        pace.answered(15_000);

        assertThat(pace.adjust()).isEmpty();
        assertThat(pace.level()).isEqualTo(1);
    }

    @Test
    void comesBackAStepAfterThreeCalmLooksInARow() {
        pace.refused();
        pace.adjust();
        pace.adjust();
        pace.adjust();
        pace.refused();
        pace.adjust();
        assertThat(pace.level()).isEqualTo(4);

        assertThat(pace.adjust()).isEmpty();
        assertThat(pace.adjust()).isEmpty();
        assertThat(pace.adjust()).contains("the server keeps up again");
        assertThat(pace.level()).isEqualTo(2);
    }
}
