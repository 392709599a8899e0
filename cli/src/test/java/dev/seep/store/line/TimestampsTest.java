package dev.seep.store.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-22T21:00:00.123Z,         2026-11-22T21:00:00.123Z
            2026-11-22T21:00:00Z,             2026-11-22T21:00:00Z
            2026-11-22T21:00:00,              2026-11-22T21:00:00Z
            2026-11-22 21:00:00,              2026-11-22T21:00:00Z
            2026-11-22t21:00z,                2026-11-22T21:00:00Z
            2026-11-22,                       2026-11-22T00:00:00Z
            2026-11-22T21:00:00+01:00,        2026-11-22T20:00:00Z
            2026-11-22T21:00:00-0530,         2026-11-23T02:30:00Z
            2026-11-22T21:00:00.5+14,         2026-11-22T07:00:00.500Z
            2026-12-31T23:59:60Z,             2027-01-01T00:00:00Z
            2024-02-29T12:00:00Z,             2024-02-29T12:00:00Z
            1795381200,                       2026-11-22T21:00:00Z
            1795381200.123,                   2026-11-22T21:00:00.123Z
            1795381200123,                    2026-11-22T21:00:00.123Z
            1795381200123456,                 2026-11-22T21:00:00.123Z
            1795381200123456789,              2026-11-22T21:00:00.123Z
            0,                                1970-01-01T00:00:00Z
            -60,                              1969-12-31T23:59:00Z
            """)
    void readsTimesAsTheyAreWrittenAnywhere(String text, String time) {
        assertThat(Timestamps.instant(parse(text))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-22T",
                "2026-11-22T21",
                "2026-11-22T24:00:00Z",
                "2026-11-22T21:60:00Z",
                "2026-11-22T21:00:61Z",
                "2026-11-22T21:00:Z",
                "2026-11-22X21:00:00Z",
                "2026-13-22T21:00:00Z",
                "2026-02-29T00:00:00Z",
                "2O26-11-22T21:00:00Z",
                "2026-11-22T21:00:00+19:00",
                "2026-11-22T21:00:00+01:60",
                "2026-11-22T21:00:00+1",
                "2026-11-22T21:00:00Zulu",
                "22.11.2026 21:00",
                "1795381200s"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void writesTheSameInEveryLocale() {
        Instant time = Instant.parse("2026-11-22T21:00:00.123456Z");
        Locale before = Locale.getDefault();
        try {
            for (String tag :
                    new String[] {"en-US", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Timestamps.text(time)).as(tag).isEqualTo("2026-11-22T21:00:00.123Z");
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Timestamps.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    }

    private static double parse(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return Timestamps.parse(bytes, 1, bytes.length - 1);
    }
}
