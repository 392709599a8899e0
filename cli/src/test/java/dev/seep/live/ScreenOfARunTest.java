package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.ViewState.Page;
import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.session.SoakStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ScreenOfARunTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    private final SeriesRanking seriesRanking =
            new SeriesRanking(List.of(Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP)));
    private final ViewState viewState = new ViewState();

    @Test
    void showsHostileAndWideNamesWithoutLeavingTheirColumns() {
        grow(Target.container("shop", "p", "app", "deployment/\u202egnp.exe\u009b2J"), 100);
        grow(Target.container("shop", "q", "app", "deployment/漢字漢字漢字漢字漢字漢字"), 100);

        List<AttributedString> lines = frame(80, 24, true, look(() -> true));

        assertThat(lines).hasSize(24).allSatisfy(line -> {
            assertThat(line.columnLength()).isLessThanOrEqualTo(80);
            assertThat(line.toString()).doesNotContain("\u202e", "\u009b");
        });
        assertThat(text(lines)).contains("?gnp.exe?2J", "漢字漢", "109");
    }

    @Test
    void needsNothingButAsciiWhereThereIsNothingElse() {
        grow(Target.process("漢字"), 100);

        assertThat(text(frame(80, 24, false, look(() -> true))))
                .matches(text -> text.chars().allMatch(c -> c < 0x7f));
    }

    @Test
    void fitsIntoAnySize() {
        grow(Target.process("web"), 100);
        for (Page page : Page.values()) {
            viewState.page = page;
            viewState.selected = "local/web fds.open";
            for (int columns : new int[] {1, 10, 80, 300}) {
                for (int rows : new int[] {1, 4, 24, 100}) {
                    assertThat(frame(columns, rows, true, look(() -> true)))
                            .hasSizeLessThanOrEqualTo(rows)
                            .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns));
                }
            }
        }
    }

    @Test
    void tellsTheNewestAbnormalEventAndNothingWhereThereIsNone() {
        assertThat(text(frame(80, 24, true, List.of()))).doesNotContain("event");
        happened("FailedMount", START);
        happened("BackOff\u001b[2J", START.minusSeconds(75));

        List<AttributedString> lines = frame(80, 24, true, List.of());

        assertThat(lines).hasSize(24);
        assertThat(lines.get(3).toString().strip())
                .isEqualTo("event 1m15s ago  shop/pod/web BackOff?[2J 3 times: it is so");
    }

    @Test
    void aProgressLineTellsAnEventOnce() {
        StringWriter err = new StringWriter();
        happened("BackOff", START);
        try (Progress progress = new Progress(new PrintWriter(err), followed())) {
            progress.show();
            progress.show();
            happened("Evicted\u001b\u202e", START);
            progress.show();
        }

        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("  event: shop/pod/web BackOff 3 times: it is so  !");
        assertThat(lines.get(1)).doesNotContain("event");
        assertThat(lines.get(2)).contains("  event: shop/pod/web Evicted?? 3 times: it is so  !");
    }

    private void happened(String reason, Instant time) {
        Abnormality what = new Abnormality("shop", "pod/web", reason, "it is so", 3);
        seriesRanking.happened(new Event(time, Event.Type.ABNORMAL, null, null, what.detail()));
    }

    @Test
    void callsNothingGrowingBeforeHalfOfTheRunIsOver() {
        grow(Target.process("web"), 1000);

        assertThat(look(() -> false)).extracting(TableRow::tendency).containsExactly(TableRow.Tendency.MAY_LEAK);
        assertThat(look(() -> true)).extracting(TableRow::tendency).containsExactly(TableRow.Tendency.GROWING);
    }

    private List<TableRow> look(BooleanSupplier canTell) {
        try (TrendRefresher trendRefresher = new TrendRefresher(seriesRanking, canTell)) {
            trendRefresher.refresh();
            return trendRefresher.seen().rows();
        }
    }

    private List<AttributedString> frame(int columns, int rows, boolean unicode, List<TableRow> seen) {
        Frame frame = new Frame(
                "pods",
                status(),
                RowFixture.COUNTS,
                RowFixture.seen(seen),
                viewState.sorted(seen),
                seriesRanking.abnormal(),
                List.of());
        return new Screen(new Canvas(columns, rows, unicode), frame).lines(viewState);
    }

    private FollowedRun followed() {
        return new FollowedRun(
                "pods",
                Duration.ZERO,
                ScreenOfARunTest::status,
                () -> RowFixture.COUNTS,
                seriesRanking,
                List::of,
                true,
                () -> {});
    }

    private static SoakStatus status() {
        return new SoakStatus(
                START, Duration.ofMinutes(9), Optional.empty(), 1, 0, 9, 900, 27, Optional.of("slow\u001b[2J"));
    }

    private static String text(List<AttributedString> lines) {
        return String.join("\n", lines.stream().map(AttributedString::toString).toList())
                .replace("\n", " ");
    }

    private void grow(Target target, int seconds) {
        Random noise = new Random(1);
        for (int second = 0; second < seconds; second++) {
            double value = 10.0 + second + noise.nextGaussian();
            seriesRanking.observe(
                    new Observation(START.plusSeconds(second), target, "a", Map.of("fds.open", value), Map.of(), 1));
        }
    }
}
