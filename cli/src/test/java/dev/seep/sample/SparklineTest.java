package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static final double NAN = Double.NaN;

    @Test
    void goesFromTheLowestBarToTheHighest() {
        assertThat(bars(0, 1, 2, 3, 4, 5, 6, 7)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(bars(-700, -600, -500, -400, -300, -200, -100, 0)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(bars(3, 1, 2)).isEqualTo("█▁▅");
    }

    @Test
    void hasABarOfAsciiForEachOfUnicode() {
        assertThat(Sparkline.of(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), 8, false))
                .isEqualTo("_.,-=+*#");
    }

    @Test
    void staysLowWhereNothingMoves() {
        assertThat(bars(5)).isEqualTo("▁");
        assertThat(bars(0, 0, 0)).isEqualTo("▁▁▁");
        assertThat(bars(1e308, 1e308)).isEqualTo("▁▁");
    }

    @Test
    void averagesTheValuesOfOneBarAndLosesNone() {
        List<Double> up = IntStream.range(0, 100).mapToObj(i -> (double) i).toList();
        assertThat(Sparkline.of(up, 4, true)).isEqualTo("▂▄▅▇");
        assertThat(Sparkline.of(List.of(0.0, 8.0, 4.0, 4.0, 8.0), 2, false))
                .as("two values and three")
                .isEqualTo("=+");
        assertThat(Sparkline.of(up, 1, true)).hasSize(1);
        assertThat(Sparkline.of(up, 60, true)).hasSize(60);
    }

    @Test
    void leavesABlankWhereThereIsNoNumber() {
        assertThat(bars(0, NAN, 7)).isEqualTo("▁ █");
        assertThat(bars(0, Double.POSITIVE_INFINITY, 7, Double.NEGATIVE_INFINITY))
                .isEqualTo("▁ █ ");
        assertThat(bars(NAN, NAN)).isEqualTo("  ");
        assertThat(Sparkline.of(List.of(0.0, NAN, NAN, 7.0), 2, true))
                .as("the number that is there counts")
                .isEqualTo("▁█");
    }

    @Test
    void isEmptyWithoutValuesOrRoom() {
        assertThat(Sparkline.of(List.of(), 24, true)).isEmpty();
        assertThat(Sparkline.of(Collections.nCopies(5, 1.0), 0, true)).isEmpty();
    }

    private static String bars(double... values) {
        return Sparkline.of(
                IntStream.range(0, values.length).mapToObj(i -> values[i]).toList(), values.length, true);
    }
}
