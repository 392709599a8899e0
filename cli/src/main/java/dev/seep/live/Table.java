package dev.seep.live;

import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The table of the series that look worst. */
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
    List<AttributedString> lines(List<Outlook> rows, Choice choice, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(canvas.line(
                canvas.cell(wide ? "TARGET" : "WORKLOAD", name) + " " + canvas.cell("METRIC", metric) + " "
                        + canvas.cell("COURSE", bars) + " " + canvas.right("VALUE", VALUE) + " "
                        + canvas.cell("GROWTH (95 %)", slope) + " "
                        + canvas.right("LIMIT", LIMIT) + " SO FAR",
                Canvas.STRONG));
        int top = choice.top(rows, height - 1);
        int selected = choice.indexOf(rows);
        for (int i = top; i < Math.min(rows.size(), top + height - 1); i++) {
            lines.add(line(rows.get(i), i == selected ? Canvas.TITLE : Canvas.PLAIN));
        }
        return lines;
    }

    private AttributedString line(Outlook look, AttributedStyle style) {
        Riser riser = look.riser();
        Unit unit = riser.metric().unit();
        String limit = look.hoursToLimit() > 0 ? Quantity.ofHours(look.hoursToLimit()) : "-";
        String text = canvas.cell(name(riser.target()), name) + " "
                + canvas.ending(riser.metric().name(), metric) + " "
                + canvas.cell(canvas.bars(values(riser.course()), bars), bars) + " "
                + canvas.right(Quantity.of(riser.value(), unit), VALUE) + " "
                + canvas.cell(wide ? slope(look) : shortSlope(look), slope) + " " + canvas.right(limit, LIMIT) + " ";
        return canvas.line(text, style, look.word());
    }

    private String name(Target target) {
        String container = target.container() == null ? "" : "/" + target.container();
        return wide ? target.path() : target.workload() + container;
    }

    /** {@code 4.1 MiB/h (3.9 to 4.4)}, or {@code -} while it is too early. */
    static String slope(Outlook look) {
        if (look.trend() == null || Double.isNaN(look.slope())) {
            return "-";
        }
        Unit unit = look.riser().metric().unit();
        return Quantity.perHour(
                        look.slope(), look.trend().slopeLow(), look.trend().slopeHigh(), unit)
                .replace("(95 % ", "(")
                .replace(" to ", "..");
    }

    /** {@code 4.1 MiB/h ±0.3}. */
    private static String shortSlope(Outlook look) {
        if (look.trend() == null || Double.isNaN(look.slope())) {
            return "-";
        }
        double half = Math.max(
                look.trend().slopeHigh() - look.slope(),
                look.slope() - look.trend().slopeLow());
        if (half == 0) {
            return slope(look);
        }
        return Quantity.perHour(look.slope(), half, half, look.riser().metric().unit())
                .replaceAll(" \\(95 % (.*) to .*", " ±$1");
    }

    static double[] values(Series series) {
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.value(i);
        }
        return values;
    }
}
