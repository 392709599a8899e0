package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Unit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChartTest {
    private static final double[] HOURLY = {0, 3600, 7200, 10_800, 14_400};

    @Test
    void drawsPointsBetweenTheirValuesAndHours() {
        assertThat(chart(32, 7, false, HOURLY, new double[] {0, 10, 20, 10, 40}, Unit.COUNT))
                .isEqualTo("""
                        40 |                   *
                           |
                        20 |          *
                           |     *        *
                         0 |*
                           +--------------------
                            0                4 h""");
    }

    @Test
    void drawsInUnicodeWhereItCan() {
        assertThat(chart(32, 6, true, HOURLY, new double[] {0x1p30, 0x1p29, 0, 0x1p29, 0x1p30}, Unit.BYTES))
                .isEqualTo("""
                          1 GiB ┃•                  •
                        683 MiB ┃     •        •
                                ┃
                            0 B ┃          •
                                ┗━━━━━━━━━━━━━━━━━━━━
                                 0                4 h""");
    }

    @Test
    void drawsOnePointInTheMiddle() {
        assertThat(chart(24, 5, false, new double[] {5}, new double[] {0.25}, Unit.RATIO))
                .isEqualTo("""
                        25 % |
                        25 % |*
                        25 % |
                             +------------
                              0        1 s""");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 22, 5", "20, 4, 22, 5", "40, 10, 40, 10", "80, 24, 80, 24", "200, 50, 200, 50"})
    void hasTheSizeOfItsPlaceButForTheLeastThatCanBeRead(int columns, int rows, int width, int height) {
        double[] seconds = new double[1000];
        double[] values = new double[1000];
        Arrays.setAll(seconds, i -> 60.0 * i);
        Arrays.setAll(values, i -> Math.sin(i / 50.0) * 1e9);

        List<String> lines = new TextChart(new Canvas(columns, rows, true), rows).lines(seconds, values, Unit.BYTES);

        assertThat(lines).hasSize(height).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(width));
        assertThat(lines.get(0)).startsWith("   954 MiB ┃").contains("•");
        assertThat(lines.get(height - 3)).startsWith("  -954 MiB ┃").contains("•");
        assertThat(lines.get(height - 1)).endsWith("17 h");
    }

    private static String chart(int columns, int rows, boolean unicode, double[] seconds, double[] values, Unit unit) {
        List<String> lines = new TextChart(new Canvas(columns, rows, unicode), rows).lines(seconds, values, unit);
        return String.join("\n", lines).stripIndent();
    }
}
