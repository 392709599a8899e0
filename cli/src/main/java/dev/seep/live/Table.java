package dev.seep.live;

import dev.seep.sample.Quantity;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Table of the worst series of a run in progress. */
final class Table {
    private static final int WIDE = 120;
    private static final int VALUE = 8;
    private static final int LIMIT = 6;
    private static final int WORD = 7;

    private final Canvas canvas;
    private final boolean wide;
    private final int metric;
    private final int bars;
    private final int slope;
    private final int name;

    Table(Canvas canvas) {
        this.canvas = canvas;
        wide = canvas.columns() >= WIDE;
        metric = wide ? 24 : 14;
        bars = wide ? 24 : 6;
        slope = wide ? 26 : 18;
        name = Math.max(8, canvas.columns() - metric - bars - slope - VALUE - LIMIT - WORD - 6);
    }

    /** The head of the table and so many rows of it. */
    List<AttributedString> lines(List<TableRow> rows, ViewState viewState, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(canvas.line(
                canvas.cell(wide ? "TARGET" : "WORKLOAD", name) + " " + canvas.cell("METRIC", metric) + " "
                        + canvas.cell("COURSE", bars) + " " + canvas.right("VALUE", VALUE) + " "
                        + canvas.cell("GROWTH (95 %)", slope) + " "
                        + canvas.right("LIMIT", LIMIT) + " SO FAR",
                Canvas.STRONG));
        int top = viewState.top(rows, height - 1);
        int selected = viewState.indexOf(rows);
        for (int i = top; i < Math.min(rows.size(), top + height - 1); i++) {
            lines.add(line(rows.get(i), i == selected ? Canvas.TITLE : Canvas.PLAIN));
        }
        return lines;
    }

    private AttributedString line(TableRow row, AttributedStyle style) {
        RankedSeries rankedSeries = row.rankedSeries();
        Unit unit = rankedSeries.metric().unit();
        String limit = row.hoursToLimit() > 0 ? Quantity.ofHours(row.hoursToLimit()) : "-";
        String text = canvas.cell(name(rankedSeries.target()), name) + " "
                + canvas.ending(rankedSeries.metric().name(), metric) + " "
                + canvas.cell(canvas.bars(rankedSeries.course().values().toArray(), bars), bars) + " "
                + canvas.right(Quantity.of(rankedSeries.value(), unit), VALUE) + " "
                + canvas.cell(wide ? slope(row) : shortSlope(row), slope) + " " + canvas.right(limit, LIMIT) + " ";
        return canvas.line(text, style, row.tendency());
    }

    private String name(Target target) {
        String container = target.container() == null ? "" : "/" + target.container();
        return wide ? target.path() : target.workload() + container;
    }

    /** {@code 4.1 MiB/h (3.9 to 4.4)}, or {@code -} while it is too early. */
    static String slope(TableRow row) {
        if (row.trend() == null || Double.isNaN(row.slope())) {
            return "-";
        }
        Unit unit = row.rankedSeries().metric().unit();
        return Quantity.perHour(
                        row.slope(),
                        row.trend().slope().low(),
                        row.trend().slope().high(),
                        unit)
                .replace("(95 % ", "(")
                .replace(" to ", "..");
    }

    /** {@code 4.1 MiB/h ±0.3}. */
    private String shortSlope(TableRow row) {
        if (row.trend() == null || Double.isNaN(row.slope())) {
            return "-";
        }
        double half = Math.max(
                row.trend().slope().high() - row.slope(),
                row.slope() - row.trend().slope().low());
        if (half == 0) {
            return slope(row);
        }
        return Quantity.perHour(
                        row.slope(), half, half, row.rankedSeries().metric().unit())
                .replaceAll(" \\(95 % (.*) to .*", canvas.unicode() ? " ±$1" : " +-$1");
    }
}
