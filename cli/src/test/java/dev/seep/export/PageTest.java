package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.export.ExpositionWriter.Format;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two text formats to the byte. */
class PageTest {
    @Test
    void writesTheFormatOfPrometheus() throws IOException {
        assertThat(page(Format.PROMETHEUS)).isEqualTo("""
                # HELP seep_memory_anon_bytes Last value.
                # TYPE seep_memory_anon_bytes gauge
                seep_memory_anon_bytes{pod="a"} 1048576
                # HELP seep_polls_total Polls.
                # TYPE seep_polls_total counter
                seep_polls_total 3
                # HELP seep_poll_duration_seconds How long.
                # TYPE seep_poll_duration_seconds histogram
                seep_poll_duration_seconds_bucket{le="+Inf"} 3
                # HELP seep_finding What it means.
                # TYPE seep_finding gauge
                seep_finding{seep_finding="leak"} 1
                """);
    }

    @Test
    void writesOpenMetrics() throws IOException {
        assertThat(page(Format.OPEN_METRICS)).isEqualTo("""
                # HELP seep_memory_anon_bytes Last value.
                # TYPE seep_memory_anon_bytes gauge
                # UNIT seep_memory_anon_bytes bytes
                seep_memory_anon_bytes{pod="a"} 1048576
                # HELP seep_polls Polls.
                # TYPE seep_polls counter
                seep_polls_total 3
                # HELP seep_poll_duration_seconds How long.
                # TYPE seep_poll_duration_seconds histogram
                # UNIT seep_poll_duration_seconds seconds
                seep_poll_duration_seconds_bucket{le="+Inf"} 3
                # HELP seep_finding What it means.
                # TYPE seep_finding stateset
                seep_finding{seep_finding="leak"} 1
                # EOF
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1e6, 1000000",
        "268435456, 268435456",
        "0.125, 0.125",
        "-3, -3",
        "1e-9, 1.0E-9",
        "1e15, 1.0E15",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void numbersAreTheSameInEveryLocale(double value, String text) throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"en-US", "de-DE", "ar-EG-u-nu-arab"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                StringBuilder out = new StringBuilder();
                new ExpositionWriter(Format.PROMETHEUS, out).sample("x", "", value);
                assertThat(out).as(tag).hasToString("x " + text + "\n");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aValueThatIsNoneIsLeftOut() throws IOException {
        StringBuilder out = new StringBuilder();
        new ExpositionWriter(Format.OPEN_METRICS, out).sample("x", "a=\"b\"", Double.NaN);

        assertThat(out).isEmpty();
    }

    private static String page(Format format) throws IOException {
        StringBuilder out = new StringBuilder();
        ExpositionWriter expositionWriter = new ExpositionWriter(format, out);
        expositionWriter.gauge("seep_memory_anon_bytes", "Last value.");
        expositionWriter.sample("seep_memory_anon_bytes", "pod=\"a\"", 1048576);
        expositionWriter.counter("seep_polls_total", "Polls.");
        expositionWriter.sample("seep_polls_total", "", 3);
        expositionWriter.histogram("seep_poll_duration_seconds", "How long.");
        expositionWriter.sample("seep_poll_duration_seconds_bucket", "le=\"+Inf\"", 3);
        expositionWriter.stateSet("seep_finding", "What it means.");
        expositionWriter.sample("seep_finding", "seep_finding=\"leak\"", 1);
        expositionWriter.end();
        return out.toString();
    }
}
