package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROWING   | COUNT | 4     | 3     | 5     | 4/h         | 4/h (95 % 3 to 5)",
                "GROWING   | BYTES | 4.31e6| 4.1e6 | 4.6e6 | 4.1 MiB/h   | 4.1 MiB/h (95 % 3.9 to 4.4)",
                "MAY_LEAK  | COUNT | 4     | NaN   | NaN   | 4/h         | 4/h",
                "MAY_LEAK  | COUNT | 4     | 4     | 4     | 4/h         | 4/h (95 % 4 to 4)",
                "SHRINKING | COUNT | -14429| -17220| -11636| -14,400/h   | -14,400/h (95 % -17,200 to -11,600)",
                "GROWING   | COUNT | 0.01  | 0.005 | 0.02  | 0.24/d      | 0.24/d (95 % 0.12 to 0.48)",
                "GROWING   | COUNT | 3     | 1e-9  | 6     | 3/h         | 3/h (95 % 0 to 6)",
            })
    void saysHowFastItGrows(
            Tendency tendency, Unit unit, double slope, double low, double high, String alone, String withInterval) {
        GrowthWords words = words(tendency, unit, slope, low, high);

        assertThat(words.alone()).isEqualTo(alone);
        assertThat(words.withInterval()).isEqualTo(withInterval);
    }

    @ParameterizedTest
    @CsvSource({
        "STEADY, COUNT, 0, 0, 0",
        "STEADY, BYTES, -1.6e-7, -8e5, 8e5",
        "STEADY, BYTES, 8.7e-7, -1577, 1577",
        "STEADY, COUNT, 1e-9, 1e-9, 1e-9",
        "MAY_LEAK, COUNT, 0.004, 0.003, 0.005",
        "STEADY, RATIO, 0.0000004, 0.0000004, 0.0000004",
    })
    void growthThatNobodyWouldSeeIsFlat(Tendency tendency, Unit unit, double slope, double low, double high) {
        GrowthWords words = words(tendency, unit, slope, low, high);

        assertThat(words.alone()).isEqualTo("flat");
        assertThat(words.withInterval()).isEqualTo("flat");
    }

    @ParameterizedTest
    @CsvSource({
        "NOISY, BYTES, 3, -5e7, 5e7, up to 48 MiB/h",
        "MAY_LEAK, COUNT, 3, -1, 7, up to 7/h",
        "SHRINKING, COUNT, -3, -7, 1, up to 1/h",
        "TOO_SHORT, COUNT, NaN, NaN, NaN, -",
        "NOISY, COUNT, -3, -7, 0, -",
    })
    void saysNoFigureThatIsNotCertain(
            Tendency tendency, Unit unit, double slope, double low, double high, String withInterval) {
        GrowthWords words = words(tendency, unit, slope, low, high);

        assertThat(words.alone()).isEqualTo("-");
        assertThat(words.withInterval()).isEqualTo(withInterval);
    }

    @Test
    void saysNothingOfASlopeThatWasNotFitted() {
        GrowthWords words = new GrowthWords(RowFixture.of("web").values().build());

        assertThat(words.alone()).isEqualTo("-");
        assertThat(words.withInterval()).isEqualTo("-");
    }

    /** Of a series of a hundred hours. */
    private static GrowthWords words(Tendency tendency, Unit unit, double slope, double low, double high) {
        return new GrowthWords(RowFixture.of("web")
                .metric("m", unit)
                .values(new double[6001])
                .trend(tendency, slope, low, high)
                .build());
    }
}
