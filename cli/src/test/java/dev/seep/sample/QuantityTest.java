package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void bytesAreBinaryWithThreeDigitsAtMost() {
        assertThat(Quantity.of(256 << 20, Unit.BYTES)).isEqualTo("256 MiB");
        assertThat(Quantity.of(1536, Unit.BYTES)).isEqualTo("1.5 KiB");
        assertThat(Quantity.of(0, Unit.BYTES)).isEqualTo("0 B");
        assertThat(Quantity.of(0.25, Unit.RATIO)).isEqualTo("25 %");
        assertThat(Quantity.of(Double.NaN, Unit.COUNT)).isEqualTo("?");
    }

    @Test
    void intervalIsInTheUnitOfTheSlope() {
        double mib = 1 << 20;
        assertThat(Quantity.perHour(4.1 * mib, 0.9 * mib, 4.4 * mib, Unit.BYTES))
                .isEqualTo("4.1 MiB/h (95 % 0.9 to 4.4)");
        assertThat(Quantity.perHour(600, 240, 660, Unit.COUNT)).isEqualTo("10/min (95 % 4 to 11)");
        assertThat(Quantity.perHour(180, 42, 318, Unit.COUNT)).isEqualTo("180/h (95 % 42 to 318)");
    }

    @Test
    void timesAreToldInTheUnitThatFits() {
        assertThat(Quantity.hours(40 / 3600.0)).isEqualTo("40 s");
        assertThat(Quantity.hours(0.2)).isEqualTo("12 min");
        assertThat(Quantity.hours(31)).isEqualTo("31 h");
        assertThat(Quantity.hours(216)).isEqualTo("9 days");
    }
}
