package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.live.ViewState.Page;
import dev.seep.live.ViewState.Sort;
import dev.seep.sample.Unit;
import dev.seep.session.SoakStatus;
import dev.seep.testing.InEveryLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole screen, to the character. */
class ScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:09:00Z");
    private static final TableRow LEAK = RowFixture.of("web-1")
            .metric("memory.anon", Unit.BYTES)
            .values(100e6, 120e6, 140e6, 160e6)
            .limit(268435456)
            .trend(Tendency.GROWING, 4.31e6, 4.1e6, 4.6e6)
            .build();
    private static final List<TableRow> ROWS =
            List.of(LEAK, RowFixture.of("api-2").build());

    private final ViewState state = new ViewState();

    @InEveryLocale
    void isTheSameInEveryLocale() {
        assertThat(text(80, 9, status(), ROWS)).isEqualTo("""
                         seep  pods  9m (51m1s left)
                         2 targets  1,080 polls  12 with gaps  2 polls/s, 2.8 ms each
                         ! slow
                        WORKLOAD        METRIC         COURSE    VALUE GROWTH (95 %)       LIMIT SO FAR
                        deployment/web… memory.anon    ▁▃▆█    153 MiB 4.1 MiB/h ±0.28      25 h growing
                        deployment/api… threads        ▁▁▁           5 -                       - early


                        sort: worst  1/2  Enter large  s sort  / filter  p pause  ? help  q quit""");
    }

    @Test
    void showsOneSeriesLarge() {
        state.page = Page.ONE;
        state.selected = LEAK.rankedSeries().name();

        assertThat(text(60, 12, status(), ROWS)).isEqualTo("""
                         seep  pods  9m (51m1s left)
                         2 targets  1,080 polls  12 with gaps  2 polls/s, 2.8 ms ea…
                         ! slow
                         shop/web-1/app memory.anon
                         now 153 MiB, limit 256 MiB, growth 4.1 MiB/h (3.9..4.4), s…
                         160 MiB ┨                                                ⠠
                         140 MiB ┨                                ⠠
                         120 MiB ┨                ⡀
                         100 MiB ┨⡀
                          80 MiB ┨
                                  0       30 s    60 s    1.5 min 2 min   2.5 min
                        sort: worst  1/2  Enter large  s sort  / filter  p pause  ?…""");
    }

    @Test
    void saysThatTheSeriesShownLargeIsGone() {
        state.page = Page.ONE;
        state.selected = "shop/old/app threads";

        assertThat(text(80, 9, status(), ROWS)).contains("\n shop/old/app threads: is no longer among those shown\n");
        assertThat(text(80, 9, status(), List.of(RowFixture.of("old").values().build())))
                .contains("is no longer among those shown");
    }

    @Test
    void explainsItsKeysAndWordsWhereThereIsRoom() {
        state.page = Page.HELP;

        assertThat(text(80, 24, status(), ROWS).lines().filter(line -> line.startsWith("  ")))
                .hasSize(13)
                .contains("  growing   half of the run is over, and it has kept growing beyond doubt");
        for (Tendency tendency : Tendency.values()) {
            assertThat(text(80, 24, status(), ROWS)).contains("\n  " + tendency.word() + " ");
        }
        assertThat(text(80, 8, status(), ROWS).lines()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'no samples yet'",
        "abc, 'no series has ''abc'' in its name'",
        "'\u001b[2J', 'no series has ''?[2J'' in its name'"
    })
    void saysWhyThereIsNothing(String filter, String words) {
        state.filter = filter;

        assertThat(text(80, 9, status(), List.of())).contains("\n" + words + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheOrderInTheLastLine(Sort sort) {
        state.sort = sort;

        assertThat(foot())
                .isEqualTo("sort: " + sort.word() + "  1/2  Enter large  s sort  / filter  p pause  ? help  q quit");
    }

    @Test
    void tellsInTheLastLineWhatAPersonDoes() {
        state.move(ROWS, 1);
        state.filter = "thr";
        state.paused = true;
        assertThat(foot()).startsWith("PAUSED sort: worst  filter: thr  2/2  Enter large");
        state.typing = true;
        assertThat(foot()).isEqualTo("filter: thr_   Enter keeps it, Esc drops it");
    }

    @Test
    void tellsTheTimeThatIsLeftRoundedUpAndNoneWithoutAnEnd() {
        assertThat(text(80, 9, status(), ROWS)).startsWith(" seep  pods  9m (51m1s left)\n");
        SoakStatus endless =
                new SoakStatus(NOW, Duration.ofMillis(59_900), Optional.empty(), 1, 0, 2, 0, 0, 0, 0, Optional.empty());
        assertThat(text(80, 9, endless, ROWS))
                .startsWith(" seep  pods  59s\n 1 target  2 polls  0 with gaps  0.033 polls/s\n\n");
    }

    @Test
    void isNeverLargerThanTheTerminal() {
        for (Page page : Page.values()) {
            state.page = page;
            state.selected = LEAK.rankedSeries().name();
            for (int columns : new int[] {1, 20, 40, 80, 200}) {
                for (int rows : new int[] {1, 2, 5, 24, 60}) {
                    assertThat(lines(columns, rows, status(), ROWS))
                            .hasSizeLessThanOrEqualTo(rows)
                            .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns));
                }
            }
        }
    }

    private String foot() {
        return text(80, 9, status(), ROWS).lines().skip(8).findFirst().orElseThrow();
    }

    private static SoakStatus status() {
        return new SoakStatus(
                NOW,
                Duration.ofMinutes(9),
                Optional.of(Duration.ofMillis(51 * 60_000 + 1)),
                2,
                2,
                1080,
                12,
                1000,
                90_000,
                2800,
                Optional.of("slow"));
    }

    private String text(int columns, int rows, SoakStatus status, List<TableRow> seen) {
        return String.join(
                "\n",
                lines(columns, rows, status, seen).stream()
                        .map(line -> line.toString().stripTrailing())
                        .toList());
    }

    private List<AttributedString> lines(int columns, int rows, SoakStatus status, List<TableRow> seen) {
        return new Screen(new Canvas(columns, rows, true), "pods", Optional.empty()).lines(status, seen, state);
    }
}
