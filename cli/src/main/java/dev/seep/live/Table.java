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
    private static final int WIDEST = 150;
    private static final int VALUE = 8;
    private static final int LIMIT = 7;
    private static final int WORD = 9;

    private final Canvas canvas;
    private final boolean wide;
    private final int metric;
    private final int bars;
    private final int growth;
    private final int name;

    Table(Canvas canvas) {
        this.canvas = canvas;
        wide = canvas.columns() >= WIDE;
        metric = wide ? 24 : 15;
        bars = canvas.columns() >= WIDEST ? 24 : wide ? 12 : 6;
        growth = wide ? 28 : 11;
        name = Math.max(8, canvas.columns() - metric - bars - growth - VALUE - LIMIT - WORD - 6);
    }

    /** The head of the table, as many rows of it as there is room for, and how many series have none. */
    List<AttributedString> lines(Frame frame, ViewState viewState, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(canvas.line(
                canvas.cell("TARGET", name) + " " + canvas.cell("METRIC", metric) + " "
                        + canvas.cell("COURSE", bars) + " " + canvas.right("VALUE", VALUE) + " "
                        + growth("GROWTH" + (wide ? " (95 %)" : "")) + " "
                        + canvas.right("LIMIT", LIMIT) + " SO FAR",
                Canvas.STRONG));
        String others = others(frame);
        int room = height - (others.isEmpty() ? 1 : 2);
        List<TableRow> rows = frame.rows();
        int top = viewState.top(rows, room);
        int selected = viewState.indexOf(rows);
        for (int i = top; i < Math.min(rows.size(), top + room); i++) {
            lines.add(line(rows.get(i), frame.seen().names(), i == selected ? Canvas.TITLE : Canvas.PLAIN));
        }
        if (!others.isEmpty()) {
            lines.add(canvas.line(others, Canvas.FAINT));
        }
        return lines;
    }

    private static String others(Frame frame) {
        int constant = frame.seen().constant();
        int further = frame.seen().all() - frame.rows().size();
        List<String> others = new ArrayList<>();
        if (further > 0) {
            others.add(Quantity.count(further) + " more series");
        }
        if (constant > 0) {
            others.add(Quantity.count(constant) + " constant series (/ and * lists them too)");
        }
        return others.isEmpty() ? "" : "and " + String.join(" and ", others);
    }

    private AttributedString line(TableRow row, ShortNames names, AttributedStyle style) {
        RankedSeries rankedSeries = row.rankedSeries();
        Unit unit = rankedSeries.metric().unit();
        String limit = row.hoursToLimit() > 0 ? Quantity.ofHours(row.hoursToLimit()) : "-";
        String text = canvas.fit(name(rankedSeries.target(), names), name) + " "
                + canvas.ending(metric(rankedSeries.metric().name()), metric) + " "
                + canvas.cell(canvas.bars(rankedSeries.course().values().toArray(), bars), bars) + " "
                + canvas.right(Quantity.of(rankedSeries.value(), unit), VALUE) + " "
                + growth(growth(row)) + " " + canvas.right(limit, LIMIT) + " ";
        return canvas.line(text, style, row.tendency());
    }

    private List<String> name(Target target, ShortNames names) {
        return wide ? List.of(target.path().split("/")) : names.of(target);
    }

    /** The states of TCP need no more than that they are of TCP. */
    private String metric(String whole) {
        return wide ? whole : whole.replaceFirst("^sockets\\.", "");
    }

    private String growth(TableRow row) {
        GrowthWords words = new GrowthWords(row);
        return wide ? words.withInterval().replaceFirst("\\(95 % (.*) to (.*)\\)", "($1..$2)") : words.alone();
    }

    private String growth(String text) {
        return wide ? canvas.cell(text, growth) : canvas.right(text, growth);
    }
}
