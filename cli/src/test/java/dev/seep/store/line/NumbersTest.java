package dev.seep.store.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "1.5, 1.5",
        "-2, -2",
        "100000000, 1.0E8",
        "268435456, 268435456",
        "999999999999999, 999999999999999",
        "1000000000000000, 1e15",
        "9007199254740993, 9007199254740992",
        "0.1, 0.1",
        "1.0E-7, 1e-7",
        "100000000000000000000, 1e20"
    })
    void writesWholeNumbersWithoutPointAndExponent(String text, double value) {
        assertThat(Numbers.parse(text.getBytes(StandardCharsets.US_ASCII), 0, text.length()))
                .isEqualTo(value);
        assertThat(parse(Numbers.text(value))).isEqualTo(value);
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : Math.round(random.nextDouble() * 1e12) / Math.pow(10, random.nextInt(9));
            if (Double.isFinite(value)) {
                assertThat(parse(Numbers.text(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void readsAsJavaDoesWhateverTheDigits() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String text = (random.nextBoolean() ? "-" : "+") + random.nextInt(1 << random.nextInt(31)) + "."
                    + (random.nextLong() >>> random.nextInt(64));
            text = text.replace(".-", ".");
            assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "one",
                "1,5",
                "1.2.3",
                "0x10",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                "1e999",
                " 1",
                "1 ",
                "--1",
                "1e",
                "१"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void writesTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numbers.text(1234567.5)).isEqualTo("1234567.5");
            assertThat(Numbers.text(1e9)).isEqualTo("1000000000");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Numbers.parse(bytes, 0, bytes.length);
    }
}
