package dev.seep.verdict.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CeilingsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "512Mi, 536870912", "1e3, 1000", "0.5, 0.5"})
    void isAQuantityAndMayBeNone(String text, double ceiling) {
        assertThat(Ceilings.parse(text, "fds.open")).isEqualTo(ceiling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fds.limit_share", "pool", "pool.used", "restart", "memoryleak"})
    void isAShareOfWhatMayBeOne(String metric) {
        assertThat(Ceilings.parse("85%", metric)).isEqualTo(0.85);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory.anon",
                "fds.*",
                "fds",
                "processes",
                "threads",
                "zombies",
                "sockets.tcp.x",
                "disk.used.a",
                "objects.jobs",
                "jvm.heap.old",
                "restarts",
                "exit",
                "*"
            })
    void isNoShareOfWhatIsCounted(String metric) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ceilings.parse("85 %", metric))
                .withMessage("a ceiling in % is for a metric that is a share, such as fds.limit_share, not for '"
                        + metric + "': write '85 %' as a quantity, as in 512Mi or 100");
        assertThat(Ceilings.parse("85", metric)).isEqualTo(85);
    }

    @Test
    void isNoShareOfEverything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ceilings.parse("50%", ""))
                .withMessageContaining("not for all of them: write '50%' as a quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-5Mi", "-1%"})
    void isNotBelowNothing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ceilings.parse(text, "pool"))
                .withMessage("a ceiling cannot be below 0: '" + text + "'; leave it out where there is none");
    }
}
