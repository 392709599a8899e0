package dev.seep.report;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.FittedView;
import dev.seep.trend.Trend;
import dev.seep.verdict.Explanation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A series on a terminal: its samples, the best fit of both hypotheses, its restarts. */
final class TerminalPlot {
    private static final int HIGHEST = 20;
    private static final int LOWEST = 6;

    private final Series series;
    private final Optional<FittedView> fittedView;
    private final double sign;
    private final double hours;
    private final Axis values;
    private final int gutter;
    private final int columns;
    private final int rows;
    private final Style style;

    /** @param explanation of a series with at least one sample */
    TerminalPlot(Explanation explanation, Style style) {
        Trend trend = explanation.trend();
        this.series = explanation.shown();
        this.style = style;
        this.fittedView = trend.views().stream().findFirst();
        this.sign = series.metric().bad() == BadDirection.DOWN ? -1 : 1;
        this.hours = Math.max(1 / 3600.0, hour(series.size() - 1));
        this.values = scale();
        this.gutter = values.marks().stream()
                .mapToInt(mark -> values.label(mark).length())
                .max()
                .orElse(0);
        this.columns = Math.max(10, style.width() - gutter - 3);
        this.rows = Math.max(LOWEST, Math.min(HIGHEST, style.width() / 7));
    }

    private double hour(int i) {
        return (series.seconds(i) - series.seconds(0)) / 3600;
    }

    private Axis scale() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            all.add(series.value(i));
        }
        fittedView.ifPresent(fit -> {
            fit.settles().forEach(value -> all.add(sign * value));
            fit.grows().forEach(value -> all.add(sign * value));
        });
        return Axis.ofValues(
                Collections.min(all), Collections.max(all), series.metric().unit());
    }

    List<String> lines() {
        Raster raster = new Raster(columns, rows, style.unicode());
        for (int i = 0; i < series.size(); i++) {
            raster.dot(hour(i) / hours, values.share(series.value(i)));
        }
        for (int i = 1; i < series.size(); i++) {
            if (series.life(i) != series.life(i - 1)) {
                raster.rule(column(hour(i)), AnsiColour.DIM.on(style.unicode() ? "┊" : "!", style));
            }
        }
        fittedView.ifPresent(fit -> curves(raster, fit));
        return framed(raster);
    }

    /** Meaning of the marks. */
    String legend() {
        String restarts = restarts() == 0 ? "" : (style.unicode() ? "   ┊ " : "   ! ") + "restart";
        return fittedView.isEmpty()
                ? "samples" + restarts
                : AnsiColour.GREEN.on(settles(), style) + " if it settles   "
                        + (fittedView.get().grows().isEmpty()
                                ? ""
                                : AnsiColour.RED.on(grows(), style) + " if it keeps growing")
                        + restarts;
    }

    int restarts() {
        int restarts = 0;
        for (int i = 1; i < series.size(); i++) {
            restarts += series.life(i) == series.life(i - 1) ? 0 : 1;
        }
        return restarts;
    }

    private void curves(Raster raster, FittedView fit) {
        curve(raster, fit, fit.settles(), 0, AnsiColour.GREEN.on(settles(), style));
        curve(raster, fit, fit.grows(), 2, AnsiColour.RED.on(grows(), style));
    }

    /** A mark every fourth column, so that the samples, and where both fits agree the other fit, can be seen. */
    private void curve(Raster raster, FittedView fit, List<Double> fitted, int phase, String mark) {
        for (int column = phase; column < columns && !fitted.isEmpty(); column += 4) {
            double hour = hours * column / (columns - 1);
            int before = before(fit.hours(), hour);
            if (before < 0
                    || crossesRestart(fit.hours().get(before), fit.hours().get(before + 1))) {
                continue;
            }
            double from = fit.hours().get(before);
            double share = (hour - from) / (fit.hours().get(before + 1) - from);
            double value = sign * (fitted.get(before) + share * (fitted.get(before + 1) - fitted.get(before)));
            raster.mark(column, values.share(value), mark);
        }
    }

    private static int before(List<Double> hours, double hour) {
        for (int i = 0; i + 1 < hours.size(); i++) {
            if (hours.get(i) <= hour && hour <= hours.get(i + 1) && hours.get(i) < hours.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean crossesRestart(double from, double to) {
        for (int i = 1; i < series.size(); i++) {
            if (series.life(i) != series.life(i - 1) && hour(i) > from && hour(i) <= to) {
                return true;
            }
        }
        return false;
    }

    private int column(double hour) {
        return (int) Math.round(hour / hours * (columns - 1));
    }

    private List<String> framed(Raster raster) {
        String[] labels = new String[rows];
        for (double mark : values.marks()) {
            labels[raster.row(values.share(mark))] = values.label(mark);
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String label = labels[row] == null ? "" : labels[row];
            String edge = style.unicode() ? (label.isEmpty() ? "│" : "┤") : label.isEmpty() ? "|" : "+";
            lines.add(String.format(Locale.ROOT, "%" + gutter + "s ", label)
                    + edge
                    + raster.line(row).stripTrailing());
        }
        lines.add(times());
        return lines;
    }

    private String times() {
        Axis time = Axis.ofTime(hours * 3600);
        StringBuilder line = new StringBuilder(" ".repeat(gutter + 2));
        for (double mark : time.marks()) {
            int at = gutter + 2 + column(mark / 3600);
            String label = Axis.span(mark);
            if (at >= line.length() && at + label.length() <= style.width()) {
                line.append(" ".repeat(at - line.length())).append(label).append(' ');
            }
        }
        return line.toString().stripTrailing();
    }

    private String settles() {
        return style.unicode() ? "○" : "o";
    }

    private String grows() {
        return style.unicode() ? "●" : "#";
    }
}
