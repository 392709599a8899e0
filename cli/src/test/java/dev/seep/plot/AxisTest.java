package dev.seep.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Unit;
import dev.seep.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    private static final double MIB = 0x1p20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 8 | COUNT | 0 2 4 6 8",
                "3 | 9 | COUNT | 2 4 6 8 10",
                "7 | 7 | COUNT | 7 8",
                "0 | 0 | COUNT | 0 1",
                "-3 | 3 | COUNT | -4 -2 0 2 4",
                "0 | 12000 | COUNT | 0 5,000 10,000 15,000",
                "0.5 | 0.9 | RATIO | 50 % 60 % 70 % 80 % 90 %",
                "0.12 | 0.125 | RATIO | 12.0 % 12.2 % 12.4 % 12.6 %",
                "0 | 0.4 | SECONDS | 0.0 s 0.1 s 0.2 s 0.3 s 0.4 s",
                "1e9 | 1e9 | SECONDS | 1,000,000,000 s 1,050,000,000 s",
                "0 | 900 | BYTES | 0 B 500 B 1,000 B",
            })
    void marksRoundValuesAroundAllThereAre(double low, double high, Unit unit, String marks) {
        Axis axis = Axis.ofValues(low, high, unit);

        assertThat(labels(axis)).isEqualTo(marks);
        assertThat(axis.low()).isLessThanOrEqualTo(low);
        assertThat(axis.high()).isGreaterThanOrEqualTo(high).isGreaterThan(axis.low());
    }

    @Test
    void countsBytesInTheUnitOfTheHighest() {
        assertThat(labels(Axis.ofValues(100 * MIB, 132 * MIB, Unit.BYTES)))
                .isEqualTo("100 MiB 110 MiB 120 MiB 130 MiB 140 MiB");
        assertThat(labels(Axis.ofValues(0, 1023 * MIB, Unit.BYTES))).isEqualTo("0.0 GiB 0.5 GiB 1.0 GiB");
        assertThat(labels(Axis.ofValues(0, 4e18, Unit.BYTES))).endsWith("4,000 PiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0, 1 s",
                "60 | 0, 10 s, 20 s, 30 s, 40 s, 50 s, 60 s",
                "3600 | 0, 10 min, 20 min, 30 min, 40 min, 50 min, 60 min",
                "28800 | 0, 60 min, 2 h, 3 h, 4 h, 5 h, 6 h, 7 h, 8 h",
                "604800 | 0, 24 h, 2 d, 3 d, 4 d, 5 d, 6 d, 7 d",
                "100 | 0, 15 s, 30 s, 45 s, 60 s, 75 s, 90 s",
            })
    void marksTimeInSpansThatPeopleCountIn(double seconds, String spans) {
        Axis axis = Axis.ofTime(seconds);

        assertThat(String.join(", ", axis.marks().stream().map(Axis::span).toList()))
                .isEqualTo(spans.replace("90 s", Axis.span(90)));
        assertThat(axis.share(0)).isZero();
        assertThat(axis.share(seconds)).isEqualTo(1);
        assertThat(axis.share(seconds / 2)).isEqualTo(0.5);
    }

    @Test
    void hasAWeekBetweenTheMarksOfAYear() {
        assertThat(Axis.ofTime(31_536_000).marks()).hasSize(53).startsWith(0.0, 604_800.0);
    }

    @InEveryLocale
    void isLabelledTheSameInEveryLocale() {
        assertThat(labels(Axis.ofValues(0.5, 1234.5, Unit.SECONDS))).isEqualTo("0 s 500 s 1,000 s 1,500 s");
    }

    private static String labels(Axis axis) {
        return String.join(" ", axis.marks().stream().map(axis::label).toList());
    }
}
