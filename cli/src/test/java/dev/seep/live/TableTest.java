package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.live.TrendRefresher.Seen;
import dev.seep.sample.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final List<TableRow> ROWS = List.of(
            RowFixture.of("web-1")
                    .metric("memory.anon", Unit.BYTES)
                    .values(100e6, 120e6, 140e6, 160e6)
                    .limit(268435456)
                    .trend(Tendency.GROWING, 4.31e6, 4.1e6, 4.6e6)
                    .build(),
            RowFixture.of("web-2")
                    .metric("sockets.tcp.close_wait", Unit.COUNT)
                    .values(1, 9, 1, 12)
                    .limit(100)
                    .trend(Tendency.NOISY, 3, -1, 7)
                    .build(),
            RowFixture.of("api-2").build());

    private static final ShortNames NAMES = RowFixture.seen(ROWS).names();

    private final ViewState viewState = new ViewState();

    @Test
    void namesOnANarrowScreenWhatTellsTheTargetsApart() {
        assertThat(text(80, true)).isEqualTo("""
                        TARGET             METRIC          COURSE    VALUE      GROWTH   LIMIT SO FAR
                        web-1              memory.anon     ▁▃▆█    153 MiB   4.1 MiB/h    25 h growing
                        web-2              tcp.close_wait  ▁▆▁█         12           -       - noisy
                        api                threads         ▁▁▁           5           -       - too short""");
    }

    @Test
    void namesTheTargetOnAWideScreen() {
        assertThat(text(150, true)).isEqualTo("""
                        TARGET                                       METRIC                   COURSE                      VALUE GROWTH (95 %)                  LIMIT SO FAR
                        shop/web-1/app                               memory.anon              ▁▃▆█                      153 MiB 4.1 MiB/h (3.9..4.4)            25 h growing
                        shop/web-2/app                               sockets.tcp.close_wait   ▁▆▁█                           12 up to 7/h                          - noisy
                        shop/api-2/app                               threads                  ▁▁▁                             5 -                                  - too short""");
    }

    @Test
    void getsAlongWithAscii() {
        assertThat(text(80, false)).isEqualTo("""
                        TARGET             METRIC          COURSE    VALUE      GROWTH   LIMIT SO FAR
                        web-1              memory.anon     _,+#    153 MiB   4.1 MiB/h    25 h growing
                        web-2              tcp.close_wait  _+_#         12           -       - noisy
                        api                threads         ___           5           -       - too short""");
    }

    @Test
    void saysHowManySeriesAreNotListed() {
        assertThat(lines(80, 24, true, new Seen(ROWS, 3, 0, NAMES))).hasSize(4);
        assertThat(last(new Seen(ROWS, 3, 1234, NAMES)))
                .isEqualTo("and 1,234 constant series (/ and * lists them too)");
        assertThat(last(new Seen(ROWS, 1003, 0, NAMES))).isEqualTo("and 1,000 more series");
        assertThat(last(new Seen(ROWS, 4, 1, NAMES)))
                .isEqualTo("and 1 more series and 1 constant series (/ and * lists them too)");
        assertThat(lines(80, 3, true, new Seen(ROWS, 3, 9, NAMES)))
                .as("with one row")
                .hasSize(3);
    }

    private String last(Seen seen) {
        List<AttributedString> lines = lines(80, 24, true, seen);
        return lines.get(lines.size() - 1).toString().strip();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 119, 120, 200})
    void fillsEachLineToTheEdge(int columns) {
        assertThat(lines(columns, 24, true, RowFixture.seen(ROWS)))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.columnLength()).isEqualTo(columns));
    }

    @Test
    void marksTheSelectedRowAlone() {
        viewState.selected = "shop/web-2/app sockets.tcp.close_wait";

        assertThat(lines(80, 24, true, RowFixture.seen(ROWS)))
                .extracting(line -> line.styleAt(0))
                .containsExactly(Canvas.STRONG, Canvas.PLAIN, Canvas.TITLE, Canvas.PLAIN);
    }

    @Test
    void showsThePartOfALongTableThatTheSelectedRowIsIn() {
        List<TableRow> many = IntStream.range(0, 100)
                .mapToObj(i -> RowFixture.of("p" + i).build())
                .toList();
        viewState.selected = "shop/p50/app threads";

        List<AttributedString> lines = lines(120, 11, true, RowFixture.seen(many));

        assertThat(lines).hasSize(11);
        assertThat(lines.get(1).toString()).startsWith("shop/p41/app ");
        assertThat(lines.get(10).toString()).startsWith("shop/p50/app ");
    }

    @Test
    void hasAHeadAloneWhereThereIsNoRoom() {
        assertThat(lines(80, 1, true, RowFixture.seen(ROWS))).hasSize(1);
    }

    private String text(int columns, boolean unicode) {
        return String.join(
                "\n",
                lines(columns, 24, unicode, RowFixture.seen(ROWS)).stream()
                        .map(line -> line.toString().stripTrailing())
                        .toList());
    }

    private List<AttributedString> lines(int columns, int height, boolean unicode, Seen seen) {
        return new Table(new Canvas(columns, height, unicode)).lines(RowFixture.frame(seen), viewState, height);
    }
}
