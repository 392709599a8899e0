package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    private static final FindingFixture FINDING = FindingFixture.of("web");

    @Test
    void drawsALineFromLeftToRightWithMarksAtBothAxes() {
        Document svg = svg(FINDING, SeriesFixture.of(0, 4, 8));

        assertThat(shapes(svg, "line", "points")).containsExactly("76.0,196.0 462.0,103.0 848.0,10.0");
        assertThat(shapes(svg, "band", "points"))
                .containsExactly("76.0,196.0 462.0,103.0 848.0,10.0 848.0,10.0 462.0,103.0 76.0,196.0");
        assertThat(shapes(svg, "grid", "d"))
                .containsExactly("M76 196.0H848", "M76 149.5H848", "M76 103.0H848", "M76 56.5H848", "M76 10.0H848");
        assertThat(labels(svg))
                .containsExactly(
                        "0", "2", "4", "6", "8", "0", "5 min", "10 min", "15 min", "20 min", "25 min", "30 min");
        assertThat(shapes(svg, "restart", "d")).isEmpty();
    }

    @Test
    void bandsWhatFallsOnOneColumn() {
        double[] noise = new double[5000];
        Arrays.setAll(noise, i -> i % 2 * 8);
        Document svg = svg(FINDING, SeriesFixture.of(noise));

        assertThat(shapes(svg, "line", "points").get(0).split(" ")).hasSizeBetween(700, 773);
        assertThat(shapes(svg, "band", "points").get(0)).contains(",10.0 ").contains(",196.0 ");
    }

    @Test
    void drawsEachLifeAndTheRestartBeforeIt() {
        Document svg = svg(
                FINDING,
                SeriesFixture.lives(
                        "web-1", SeriesFixture.THREADS, new double[] {0, 4}, new double[] {0, 4}, new double[] {8}));

        assertThat(shapes(svg, "line", "points"))
                .containsExactly("76.0,196.0 269.0,103.0", "462.0,196.0 655.0,103.0", "848.0,10.0");
        assertThat(shapes(svg, "restart", "d")).containsExactly("M462.0 10V196", "M848.0 10V196");
    }

    @ParameterizedTest
    @CsvSource({"16, 1", "8, 1", "17, 0", "0, 1", "-1, 0", "NaN, 0", "Infinity, 0"})
    void showsALimitThatIsNear(double limit, int shown) {
        Document svg = svg(FindingFixture.of("web").limit(limit, 3), SeriesFixture.of(1, 4, 8));

        assertThat(shapes(svg, "limit", "d")).hasSize(shown);
        assertThat(labels(svg).contains("limit")).isEqualTo(shown == 1);
        assertThat(numbersIn(svg)).allSatisfy(number -> assertThat(number).isBetween(0.0, 860.0));
    }

    @Test
    void drawsTheTwelveThatGrowMostAndNoneWithoutSamples() {
        Series[] replicas = IntStream.range(0, 30)
                .mapToObj(i -> SeriesFixture.of("web-" + i, SeriesFixture.THREADS, 100 - i, 100 + i))
                .toArray(Series[]::new);

        assertThat(shapes(svg(FINDING, replicas), "line", "points")).hasSize(12);
        assertThat(labels(svg(FINDING, replicas))).contains("60", "140").doesNotContain("40");
        assertThat(chart(FINDING, replicas).note(30)).isEqualTo("the 12 that grow most of 30 replicas");
        assertThat(shapes(svg(FINDING, SeriesFixture.of(), SeriesFixture.of(1, 2)), "line", "points"))
                .hasSize(1);
        assertThat(chart(FINDING, SeriesFixture.of(1, 2)).note(1)).isEmpty();
    }

    @Test
    void drawsOneSampleAndOneThatNeverMoves() {
        assertThat(shapes(svg(FINDING, SeriesFixture.of(5)), "line", "points")).containsExactly("76.0,196.0");
        assertThat(shapes(svg(FINDING, SeriesFixture.of(0, 0)), "line", "points"))
                .containsExactly("76.0,196.0 848.0,196.0");
    }

    @Test
    void staysInsideThePictureWhateverTheValues() {
        Metric bytes = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
        for (double scale : new double[] {1e-9, 1, 1e6, 1e15, -1e6}) {
            Document svg = svg(FINDING, SeriesFixture.of("web-1", bytes, 3 * scale, scale, 4 * scale, 1.5 * scale));

            assertThat(numbersIn(svg)).hasSizeGreaterThan(20).allSatisfy(number -> assertThat(number)
                    .isBetween(0.0, 860.0));
        }
    }

    @Test
    void saysInWordsWhatItShows() {
        Document svg = svg(
                FindingFixture.of("a\"><script>\u001b")
                        .leaks("grows")
                        .slope(4, 3, 5)
                        .limit(100, 31),
                SeriesFixture.of(1, 2));

        assertThat(svg.getDocumentElement().getAttribute("aria-label"))
                .isEqualTo("a\"><script>?: growth, 4/h (95 % 3 to 5), 31 h to the limit");
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 860 220");
    }

    private static Chart chart(FindingFixture finding, Series... series) {
        Run run = SeriesFixture.run(series);
        return new Chart(finding.build(), List.of(series), run);
    }

    private static Document svg(FindingFixture finding, Series... series) {
        return Reports.parsed(Reports.text(out -> out.append(Markup.document("", chart(finding, series)::write)))
                .strip());
    }

    private static List<String> labels(Document svg) {
        return Reports.elements(svg, "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<String> shapes(Document svg, String kind, String coordinates) {
        return Reports.elements(svg, "*").stream()
                .filter(shape -> shape.getAttribute("class").equals(kind))
                .map(shape -> shape.getAttribute(coordinates))
                .toList();
    }

    /** All coordinates. */
    private static List<Double> numbersIn(Document svg) {
        return Reports.elements(svg, "*").stream()
                .flatMap(shape -> List.of("d", "points", "x", "y").stream().map(shape::getAttribute))
                .flatMap(text -> Pattern.compile("-?[0-9.]+|NaN|∞|Infinity")
                        .matcher(text)
                        .results())
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }
}
