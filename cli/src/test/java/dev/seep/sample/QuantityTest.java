package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        268435456       | BYTES | 256 MiB
        4310000         | BYTES | 4.1 MiB
        999             | BYTES | 999 B
        1000            | BYTES | 0.98 KiB
        0               | BYTES | 0 B
        -1536           | BYTES | -1.5 KiB
        1234            | COUNT | 1,234
        9.96            | COUNT | 10
        0.123           | COUNT | 0.12
        1e-9            | COUNT | 1E-9
        1e300           | COUNT | 1.00E+300
        0.853           | RATIO | 85 %
        45              | SECONDS | 45 s
        8280            | SECONDS | 2.3 h
        NaN             | COUNT | -
        NaN             | SECONDS | -
        Infinity        | COUNT | ∞
        """)
    void writesValuesInHumanUnits(double value, Unit unit, String text) {
        assertThat(Quantity.of(value, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"31, 31 h", "55.2, 2.3 d", "0.2, 12 min", "0.0125, 45 s", "35064, 4 y", "NaN, -", "Infinity, ∞ y"})
    void writesTimeSpans(double hours, String text) {
        assertThat(Quantity.ofHours(hours)).isEqualTo(text);
    }

    @Test
    void writesASlopeAndItsIntervalInOneUnit() {
        assertThat(Quantity.perHour(4.31e6, 0.9e6, 4.6e6, Unit.BYTES)).isEqualTo("4.1 MiB/h (95 % 0.86 to 4.4)");
        assertThat(Quantity.perHour(3, Unit.COUNT)).isEqualTo("3/h");
        assertThat(Quantity.perHour(0.05, 0.04, 0.06, Unit.COUNT)).isEqualTo("1.2/d (95 % 0.96 to 1.4)");
        assertThat(Quantity.perHour(7, Double.NaN, Double.NaN, Unit.COUNT)).isEqualTo("7/h");
    }

    @Test
    void writesTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Quantity.count(1234)).isEqualTo("1,234");
            Locale.setDefault(Locale.GERMANY);
            assertThat(Quantity.of(4310000, Unit.BYTES)).isEqualTo("4.1 MiB");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "512Mi, 536870912",
        "1.5Gi, 1610612736",
        "100m, 0.1",
        "1e3, 1000",
        "1E, 1e18",
        "1E3, 1000",
        "4MiB, 4194304",
        "85%, 0.85",
        "-2k, -2000",
        ".5, 0.5"
    })
    void readsQuantities(String text, double value) {
        assertThat(Quantity.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mi", "5Mx", "1,5", "1 2", "NaN", "Infinity", "1e999", "0x10", "٤"})
    void refusesWhatIsNoQuantity(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.parse(text))
                .withMessageStartingWith("not a quantity: '" + text + "'");
    }

    @Test
    void oneThingHasNoPlural() {
        assertThat(Quantity.counted(1, "gap")).isEqualTo("1 gap");
        assertThat(Quantity.counted(0, "gap")).isEqualTo("0 gaps");
        assertThat(Quantity.counted(1_234, "gap")).isEqualTo("1,234 gaps");
    }
}
