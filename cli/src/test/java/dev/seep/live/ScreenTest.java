package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.live.TrendRefresher.Seen;
import dev.seep.live.ViewState.Page;
import dev.seep.live.ViewState.Sort;
import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
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
        assertThat(text(80, 9)).isEqualTo("""
                         seep  9m of 1h, 51m1s left  pods
                         2 targets, 1,080 polls, 10,800 samples, 12 gaps
                         ! slow
                        TARGET             METRIC          COURSE    VALUE      GROWTH   LIMIT SO FAR
                        web                memory.anon     ▁▃▆█    153 MiB   4.1 MiB/h    25 h growing
                        api                threads         ▁▁▁           5           -       - too short


                        sort: worst  1/2  Enter large  s sort  / filter  p pause  ? help  q quit""");
    }

    @Test
    void neverCutsTheTimeThatIsLeft() {
        Frame named = frame(ROWS, "running containers in namespace shop at https://" + "x".repeat(80) + ":6443");

        assertThat(text(80, 9, named)).startsWith(" seep  9m of 1h, 51m1s left  running containers in");
    }

    @Test
    void showsOneSeriesLarge() {
        state.page = Page.ONE;
        state.selected = LEAK.rankedSeries().name();

        assertThat(text(60, 13)).isEqualTo("""
                         seep  9m of 1h, 51m1s left  pods
                         2 targets, 1,080 polls, 10,800 samples, 12 gaps
                         ! slow
                         shop/web-1/app memory.anon of deployment/web
                         growing: now 153 MiB, limit 256 MiB
                         growth 4.1 MiB/h (95 % 3.9 to 4.4), reaches the limit in 2…
                         160 MiB ┨                                                ⠠
                         140 MiB ┨                                ⠠
                         120 MiB ┨                ⡀
                         100 MiB ┨⡀
                          80 MiB ┨
                                  0       30 s    60 s    1.5 min 2 min   2.5 min
                        Esc back  up, down: the others  p pause  ? help""");
    }

    @Test
    void showsWithOneSeriesWhatWasSeenToGrowInItsTarget() {
        state.page = Page.ONE;
        state.selected = LEAK.rankedSeries().name();
        Growth growth = new Growth(Growth.Kind.MEMORY, "anony\u001bmous", "java", 0, 1 << 20);
        Evidence evidence = new Evidence("shop/web-1/app", "a", null, NOW, List.of(growth), List.of());

        assertThat(text(80, 14, frame(ROWS, "pods", evidence)))
                .contains("\n seen: +1 MiB memory of java: anony?mous\n");
    }

    @Test
    void saysThatTheSeriesShownLargeIsGone() {
        state.page = Page.ONE;
        state.selected = "shop/old/app threads";

        assertThat(text(80, 9)).contains("\n shop/old/app threads: is no longer among those shown\n");
        assertThat(text(80, 9, frame(List.of(RowFixture.of("old").values().build()), "pods")))
                .contains("is no longer among those shown");
    }

    @Test
    void explainsItsKeysAndWordsWhereThereIsRoom() {
        state.page = Page.HELP;

        String help = text(80, 24);
        assertThat(help)
                .contains("  growing     half of the run is over, and it has kept growing beyond doubt")
                .contains("rise most against their own unrest.")
                .as("no line is cut")
                .doesNotContain("…");
        for (Tendency tendency : Tendency.values()) {
            assertThat(help).contains("\n  " + tendency.word() + " ");
        }
        assertThat(text(80, 8).lines()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, waiting for the first answers of 2 targets",
        "'', 96, nothing moves so far: 96 constant series",
        "abc, 0, 'no series fits ''abc'''",
        "'\u001b[2J', 0, 'no series fits ''?[2J'''"
    })
    void saysWhyThereIsNothing(String filter, int constant, String words) {
        state.filter = filter;
        Seen nothing = new Seen(List.of(), 0, constant, new ShortNames(List.of()));

        assertThat(text(80, 9, frame(nothing, "pods"))).contains("\n " + words + "\n");
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
        assertThat(foot()).isEqualTo("PAUSED sort: worst  filter: thr  2/2  Enter large  Esc all  ? help  q quit");
        state.typing = true;
        assertThat(foot()).isEqualTo("filter: thr_   parts, * and ? between; Enter keeps it, Esc drops it");
        state.typing = false;
        state.asking = true;
        assertThat(foot()).isEqualTo("end it now, after 9m of 1h? y ends and judges it, any other key goes on");
        state.leaving = true;
        assertThat(foot()).isEqualTo("ending: waiting for the last answers");
    }

    @Test
    void tellsInTheLastLineTheWayBack() {
        state.page = Page.HELP;
        assertThat(foot()).isEqualTo("Esc back");
        state.page = Page.ONE;
        assertThat(foot()).isEqualTo("Esc back  up, down: the others  p pause  ? help");
    }

    @Test
    void isNeverLargerThanTheTerminal() {
        for (Page page : Page.values()) {
            state.page = page;
            state.selected = LEAK.rankedSeries().name();
            for (int columns : new int[] {1, 20, 40, 80, 200}) {
                for (int rows : new int[] {1, 2, 5, 24, 60}) {
                    assertThat(lines(columns, rows, frame(ROWS, "pods")))
                            .hasSizeLessThanOrEqualTo(rows)
                            .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns));
                }
            }
        }
    }

    private String foot() {
        return text(80, 9).lines().skip(8).findFirst().orElseThrow();
    }

    private static Frame frame(List<TableRow> rows, String title, Evidence... evidence) {
        return frame(RowFixture.seen(rows), title, evidence);
    }

    private static Frame frame(Seen seen, String title, Evidence... evidence) {
        SoakStatus status = RowFixture.status(Optional.of(Duration.ofMillis(51 * 60_000 + 1)), "slow");
        return new Frame(title, status, RowFixture.COUNTS, seen, seen.rows(), Optional.empty(), List.of(evidence));
    }

    private String text(int columns, int rows) {
        return text(columns, rows, frame(ROWS, "pods"));
    }

    private String text(int columns, int rows, Frame frame) {
        return String.join(
                "\n",
                lines(columns, rows, frame).stream()
                        .map(line -> line.toString().stripTrailing())
                        .toList());
    }

    private List<AttributedString> lines(int columns, int rows, Frame frame) {
        return new Screen(new Canvas(columns, rows, true), frame).lines(state);
    }
}
