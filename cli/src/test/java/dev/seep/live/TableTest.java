package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final List<TableRow> ROWS = List.of(
            RowFixture.of("web-1")
                    .metric("memory.anon", Unit.BYTES)
                    .values(100e6, 120e6, 140e6, 160e6)
                    .limit(268435456)
                    .trend(Tendency.GROWING, 4.31e6, 4.1e6, 4.6e6)
                    .build(),
            RowFixture.of("web-1")
                    .metric("sockets.tcp.close_wait", Unit.COUNT)
                    .values(1, 9, 1, 12)
                    .limit(100)
                    .trend(Tendency.NOISY, 3, -1, 7)
                    .build(),
            RowFixture.of("api-2").build());

    private final ViewState viewState = new ViewState();

    @Test
    void namesTheWorkloadOnANarrowScreen() {
        assertThat(text(80, true)).isEqualTo("""
                        WORKLOAD        METRIC         COURSE    VALUE GROWTH (95 %)       LIMIT SO FAR
                        deployment/web… memory.anon    ▁▃▆█    153 MiB 4.1 MiB/h ±0.28      25 h growing
                        deployment/web… …cp.close_wait ▁▆▁█         12 3/h ±4                  - noisy
                        deployment/api… threads        ▁▁▁           5 -                       - early""");
    }

    @Test
    void namesTheTargetOnAWideScreen() {
        assertThat(text(130, true)).isEqualTo("""
                        TARGET                        METRIC                   COURSE                      VALUE GROWTH (95 %)               LIMIT SO FAR
                        shop/web-1/app                memory.anon              ▁▃▆█                      153 MiB 4.1 MiB/h (3.9..4.4)         25 h growing
                        shop/web-1/app                sockets.tcp.close_wait   ▁▆▁█                           12 3/h (-1..7)                     - noisy
                        shop/api-2/app                threads                  ▁▁▁                             5 -                               - early""");
    }

    @Test
    void getsAlongWithAscii() {
        assertThat(text(80, false)).isEqualTo("""
                        WORKLOAD        METRIC         COURSE    VALUE GROWTH (95 %)       LIMIT SO FAR
                        deployment/web~ memory.anon    _,+#    153 MiB 4.1 MiB/h +-0.28     25 h growing
                        deployment/web~ ~cp.close_wait _+_#         12 3/h +-4                 - noisy
                        deployment/api~ threads        ___           5 -                       - early""");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 119, 120, 200})
    void fillsEachLineToTheEdge(int columns) {
        assertThat(lines(columns, 24, true, ROWS)).hasSize(4).allSatisfy(line -> assertThat(line.columnLength())
                .isEqualTo(columns));
    }

    @Test
    void marksTheSelectedRowAlone() {
        viewState.selected = "shop/web-1/app sockets.tcp.close_wait";

        assertThat(lines(80, 24, true, ROWS))
                .extracting(line -> line.styleAt(0))
                .containsExactly(Canvas.STRONG, Canvas.PLAIN, Canvas.TITLE, Canvas.PLAIN);
    }

    @Test
    void showsThePartOfALongTableThatTheSelectedRowIsIn() {
        List<TableRow> many = IntStream.range(0, 100)
                .mapToObj(i -> RowFixture.of("p" + i).build())
                .toList();
        viewState.selected = "shop/p50/app threads";

        List<AttributedString> lines = lines(120, 11, true, many);

        assertThat(lines).hasSize(11);
        assertThat(lines.get(1).toString()).startsWith("shop/p41/app ");
        assertThat(lines.get(10).toString()).startsWith("shop/p50/app ");
    }

    @Test
    void hasAHeadAloneWhereThereIsNoRoom() {
        assertThat(lines(80, 1, true, ROWS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROWING | 4 | 3 | 5 | 4/h (3..5)",
                "OPEN | 4 | NaN | NaN | 4/h",
                "FLAT | 0 | 0 | 0 | 0/h (0..0)",
                "EARLY | NaN | NaN | NaN | -",
                "GROWING | 0.01 | 0.005 | 0.02 | 0.24/d (0.12..0.48)",
            })
    void saysHowFastItGrows(Tendency tendency, double slope, double low, double high, String words) {
        assertThat(Table.slope(
                        RowFixture.of("web").trend(tendency, slope, low, high).build()))
                .isEqualTo(words);
    }

    @Test
    void saysNothingOfASlopeThatWasNotFitted() {
        assertThat(Table.slope(RowFixture.of("web").build())).isEqualTo("-");
    }

    private String text(int columns, boolean unicode) {
        return String.join(
                "\n",
                lines(columns, 24, unicode, ROWS).stream()
                        .map(line -> line.toString().stripTrailing())
                        .toList());
    }

    private List<AttributedString> lines(int columns, int height, boolean unicode, List<TableRow> rows) {
        return new Table(new Canvas(columns, height, unicode)).lines(rows, viewState, height);
    }
}
