package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "30s, PT30S, 30s",
        "5m, PT5M, 5m",
        "90min, PT1H30M, 1h30m",
        "1h30m, PT1H30M, 1h30m",
        "2d, PT48H, 2d",
        "1d12h, PT36H, 1d12h",
        "1.5h, PT1H30M, 1h30m",
        "250ms, PT0.25S, 250ms",
        "PT8H, PT8H, 8h",
        "pt8h, PT8H, 8h",
        "1w, PT168H, 7d",
        "0s, PT0S, 0s"
    })
    void readsAndWritesTimeSpans(String text, Duration duration, String shortest) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
        assertThat(Durations.text(duration)).isEqualTo(shortest);
        assertThat(Durations.parse(shortest)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "h", "5 h", "-5m", "1h30", "5y", "99999999999999999w", "PT"})
    void refusesWhatIsNoTimeSpan(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("not a time span: '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"5Mi/h, 5242880", "0.1/min, 6", "24/d, 1", "1/s, 3600", "2 / h, 2"})
    void readsRates(String text, double perHour) {
        assertThat(Rates.parsePerHour(text)).isEqualTo(perHour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5Mi", "5Mi/y", "/h", "x/h", ""})
    void refusesWhatIsNoRate(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.parsePerHour(text))
                .withMessageContaining("not a rate: '" + text + "'");
    }
}
