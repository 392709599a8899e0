package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @Test
    void theWordsOfAStatusObjectAreItsMessage() {
        assertThat(Refusal.of(403, "{\"kind\":\"Status\",\"message\":\"pods is\\n forbidden\"}", null))
                .hasToString("HTTP 403: pods is forbidden");
    }

    @Test
    void theWordsOfAnythingElseAreItself() {
        assertThat(Refusal.of(502, "<html>\n bad gateway</html>", null))
                .hasToString("HTTP 502: <html> bad gateway</html>");
        assertThat(Refusal.of(502, "{}", null)).hasToString("HTTP 502: {}");
        assertThat(Refusal.of(502, "", null)).hasToString("HTTP 502");
    }

    @ParameterizedTest
    @CsvSource({
        "503, 7, 7",
        "503, , 0",
        "503, 'Wed, 21 Oct 2026 07:28:00 GMT', 0",
        "503, -5, 0",
        "429, 3, 3",
        "429, , 1",
        "429, 0, 1",
    })
    void theRestIsWhatTheHeaderSaysAndOfTooManyRequestsAtLeastASecond(int code, @Nullable String header, int seconds) {
        assertThat(Refusal.of(code, "", header).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
