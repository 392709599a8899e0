package dev.seep.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPlotTest {
    private static final Axis TO_FORTY = Axis.ofValues(0, 40, Unit.COUNT);

    @Test
    void drawsSamplesBetweenTheirValuesAndHours() {
        assertThat(picture(plotted(false))).isEqualTo("""
                        40 +                          .
                        30 +
                        20 +             .
                        10 +      .             .
                         0 +.
                            0  30 min 1.5 h 2.5 h  3.5 h""");
    }

    @Test
    void drawsBrailleWhereItCan() {
        assertThat(picture(plotted(true))).isEqualTo("""
                        40 ┤                          ⠈
                        30 ┤
                        20 ┤             ⠠
                        10 ┤      ⠠             ⠄
                         0 ┤⡀
                            0  30 min 1.5 h 2.5 h  3.5 h""");
    }

    @Test
    void drawsARuleBehindSamplesAndMarksBeforeThem() {
        TextPlot plot = plotted(false);
        plot.rule(2, "!");
        plot.mark(0, 0, "o");
        assertThat(picture(plot)).isEqualTo("""
                        40 +             !            .
                        30 +             !
                        20 +             .
                        10 +      .      !      .
                         0 +o            !
                            0  30 min 1.5 h 2.5 h  3.5 h""");
    }

    @Test
    void drawsOneSampleAtItsBegin() {
        TextPlot plot = new TextPlot(Axis.ofValues(0.25, 0.25, Unit.RATIO), 0, 24, 3, false);
        plot.sample(0, 0.25);
        assertThat(picture(plot)).isEqualTo("""
                        26 % +
                             |
                        25 % +.
                              0""");
    }

    @Test
    void leavesOutWhatLiesOutside() {
        TextPlot plot = new TextPlot(TO_FORTY, 4, 32, 3, false);
        plot.sample(5, 20);
        plot.sample(1, 200);
        plot.mark(99, 20, "o");
        plot.rule(-3, "!");
        assertThat(plot.lines().subList(0, 3)).containsExactly("40 +", "20 +", "10 +");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 23", "20, 4, 23", "40, 10, 40", "80, 24, 80", "200, 50, 200"})
    void hasTheSizeOfItsPlaceButForTheLeastThatCanBeRead(int width, int rows, int widest) {
        TextPlot plot = new TextPlot(Axis.ofValues(-1e9, 1e9, Unit.BYTES), 16.6, width, rows, true);
        for (int minute = 0; minute < 1000; minute++) {
            plot.sample(minute / 60.0, Math.sin(minute / 50.0) * 1e9);
        }

        List<String> lines = plot.lines();

        assertThat(lines).hasSize(rows + 1).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(widest));
        assertThat(plot.hour(0)).isZero();
        assertThat(plot.hour(plot.columns() - 1)).isEqualTo(16.6);
    }

    private static TextPlot plotted(boolean unicode) {
        TextPlot plot = new TextPlot(TO_FORTY, 4, 32, 5, unicode);
        double[] values = {0, 10, 20, 10, 40};
        for (int hour = 0; hour < values.length; hour++) {
            plot.sample(hour, values[hour]);
        }
        return plot;
    }

    private static String picture(TextPlot plot) {
        return String.join("\n", plot.lines());
    }
}
