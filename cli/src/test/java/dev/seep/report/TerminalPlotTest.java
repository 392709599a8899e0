package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.verdict.Explanation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalPlotTest {
    private static final Style ASCII = new Style(false, false, 40);
    private static final Style UNICODE = new Style(false, true, 40);

    @Test
    void drawsSamplesAgainstMarksOfBothAxes() {
        assertThat(lines(explained(rising(17)).build(), ASCII)).isEqualTo("""
                        20 +
                        15 +                              . . .
                           |                       .  . .
                        10 +               . . . .
                         5 +        .  . .
                         0 +. . . .
                            0   30 min   1.5 h   2.5 h    3.5 h""");
    }

    @Test
    void drawsSamplesInBraille() {
        assertThat(lines(explained(rising(17)).build(), UNICODE)).isEqualTo("""
                        20 ┤
                        15 ┤                              ⡀ ⠠ ⠐
                           │                       ⠠  ⠂ ⠁
                        10 ┤               ⡀ ⠠ ⠐ ⠈
                         5 ┤        ⠠  ⠂ ⠁
                         0 ┤⡀ ⠄ ⠐ ⠈
                            0   30 min   1.5 h   2.5 h    3.5 h""");
    }

    @Test
    void drawsBothFitsAndExplainsTheirMarks() {
        TerminalPlot plot = new TerminalPlot(fitted(rising(17)), ASCII);
        assertThat(String.join("\n", plot.lines())).isEqualTo("""
                        20 +
                        15 +                              # . #
                           |                      #.  # .
                        10 +    o   o   o #.o.#.o.  o   o   o
                         5 +o       . #. .
                         0 +. # . #
                            0   30 min   1.5 h   2.5 h    3.5 h""");
        assertThat(plot.legend()).isEqualTo("o if it settles   # if it keeps growing");
        assertThat(new TerminalPlot(fitted(rising(17)), UNICODE).legend())
                .isEqualTo("○ if it settles   ● if it keeps growing");
    }

    @Test
    void drawsARestartAndNoFitAcrossIt() {
        Series series = SeriesFixture.lives(
                "web-1", SeriesFixture.THREADS, new double[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {
                    0, 1, 2, 3, 4, 5, 6, 7, 8
                });
        TerminalPlot plot = new TerminalPlot(fitted(series), ASCII);
        assertThat(plot.restarts()).isEqualTo(1);
        assertThat(plot.legend()).endsWith("   ! restart");
        assertThat(String.join("\n", plot.lines())).isEqualTo("""
                        20 +                 !
                        15 +                 !            #   #
                           |                 !    #   #
                        10 +    o   o      . !# o   o   o   o .
                         5 +o       .  . .   !        . . .
                         0 +. # . #          . . . .
                            0   30 min   1.5 h   2.5 h    3.5 h""");
    }

    @Test
    void turnsTheFitsOfAMetricThatIsBadWhereItFalls() {
        Metric free = Metric.unlimited("memory.free", Unit.COUNT, BadDirection.DOWN);
        Series falling = SeriesFixture.of("web-1", free, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        Explanation explanation = explained(falling)
                .fitted(Decision.GROWS, 9, List.of(-8.0, -8.0, -8.0), List.of(-8.0, -4.0, 0.0))
                .build();
        assertThat(lines(explanation, ASCII)).isEqualTo("""
                        8 +o # o   o   o   o   o   o   o   o
                        6 +      #  .#
                          |             .#
                        4 +                  #   #
                        2 +                          #
                        0 +                              #.  #.
                           0   15 min   45 min   75 min   1.8 h""");
    }

    @Test
    void hasAPictureOfOneSample() {
        assertThat(lines(explained(SeriesFixture.of(5)).build(), ASCII)).isEqualTo("""
                        6 +
                          |
                          |
                          |
                          |
                        5 +.
                           0""");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void staysWithinTheTerminal(int width) {
        double[] bytes = new double[1000];
        Arrays.setAll(bytes, i -> 0x1p30 + i * 0x1p20);
        Metric memory = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
        List<String> lines = new TerminalPlot(
                        explained(SeriesFixture.of("web-1", memory, bytes)).build(), new Style(false, true, width))
                .lines();

        assertThat(lines).hasSizeBetween(7, 21).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(width));
        assertThat(lines.get(0)).as("the highest").contains("GiB");
    }

    private static Series rising(int samples) {
        double[] values = new double[samples];
        Arrays.setAll(values, i -> i);
        return SeriesFixture.of(values);
    }

    private static Explanation fitted(Series series) {
        return explained(series)
                .fitted(Decision.GROWS, 9, List.of(6.0, 8.0, 8.0, 8.0, 8.0), List.of(0.0, 4.0, 8.0, 12.0, 16.0))
                .build();
    }

    private static ExplanationFixture explained(Series series) {
        return ExplanationFixture.of(FindingFixture.of(series.name()).build(), series);
    }

    private static String lines(Explanation explanation, Style style) {
        return String.join("\n", new TerminalPlot(explanation, style).lines());
    }
}
