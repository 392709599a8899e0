package dev.seep.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values over time as a picture of characters, with the values at the left and the time below. */
public final class TextPlot {
    private final Axis values;
    private final double hours;
    private final int gutter;
    private final int width;
    private final int columns;
    private final int rows;
    private final boolean unicode;
    private final Raster raster;

    /**
     * @param hours from the first column to the last; at least a second is shown
     * @param width characters of a line, with the values; at least ten are drawn beside these
     * @param rows lines without that of the time
     * @param unicode whether more than ASCII can be shown
     */
    public TextPlot(Axis values, double hours, int width, int rows, boolean unicode) {
        this.values = values;
        this.hours = Math.max(1 / 3600.0, hours);
        this.gutter = values.marks().stream()
                .mapToInt(mark -> values.label(mark).length())
                .max()
                .orElse(0);
        this.width = width;
        this.columns = Math.max(10, width - gutter - 3);
        this.rows = rows;
        this.unicode = unicode;
        this.raster = new Raster(columns, rows, unicode);
    }

    public int columns() {
        return columns;
    }

    /** Hours from the first column to this one. */
    public double hour(int column) {
        return hours * column / (columns - 1);
    }

    private int column(double hour) {
        return (int) Math.round(hour / hours * (columns - 1));
    }

    /** Draws a sample, as a dot. */
    public void sample(double hour, double value) {
        raster.dot(hour / hours, values.share(value));
    }

    /** Puts a mark in front of the samples; the last one wins. */
    public void mark(int column, double value, String mark) {
        raster.mark(column, values.share(value), mark);
    }

    /** Marks a moment, behind all else. */
    public void rule(double hour, String mark) {
        raster.rule(column(hour), mark);
    }

    /** The picture from the top, one line more than its rows. */
    public List<String> lines() {
        String[] labels = new String[rows];
        for (double mark : values.marks()) {
            labels[raster.row(values.share(mark))] = values.label(mark);
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String label = labels[row] == null ? "" : labels[row];
            String edge = unicode ? (label.isEmpty() ? "│" : "┤") : label.isEmpty() ? "|" : "+";
            lines.add(String.format(Locale.ROOT, "%" + gutter + "s ", label)
                    + edge
                    + raster.line(row).stripTrailing());
        }
        lines.add(times());
        return lines;
    }

    private String times() {
        StringBuilder line = new StringBuilder(" ".repeat(gutter + 2));
        for (double mark : Axis.ofTime(hours * 3600).marks()) {
            int at = gutter + 2 + column(mark / 3600);
            String label = Axis.span(mark);
            if (at >= line.length() && at + label.length() <= width) {
                line.append(" ".repeat(at - line.length())).append(label).append(' ');
            }
        }
        return line.toString().stripTrailing();
    }
}
