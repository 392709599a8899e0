package dev.seep.live;

import dev.seep.sample.Quantity;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points over time as text, with the values at the left and the hours below. */
final class TextChart {
    private static final int LABEL = 10;

    private final Canvas canvas;
    private final int width;
    private final int height;

    /** @param height with the axis of time */
    TextChart(Canvas canvas, int height) {
        this.canvas = canvas;
        this.width = Math.max(10, canvas.columns() - LABEL - 2);
        this.height = Math.max(3, height - 2);
    }

    /** @param seconds ascending, at least one */
    List<String> lines(double[] seconds, double[] values, Unit unit) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double span = Math.max(1, seconds[seconds.length - 1] - seconds[0]);
        char[][] field = new char[height][width];
        for (char[] row : field) {
            Arrays.fill(row, ' ');
        }
        for (int i = 0; i < values.length; i++) {
            int x = (int) Math.round((seconds[i] - seconds[0]) / span * (width - 1));
            double share = high > low ? (values[i] - low) / (high - low) : 0.5;
            field[height - 1 - (int) Math.round(share * (height - 1))][x] = canvas.unicode() ? '•' : '*';
        }
        return framed(field, low, high, span, unit);
    }

    private List<String> framed(char[][] field, double low, double high, double span, Unit unit) {
        List<String> lines = new ArrayList<>();
        int middle = (height - 1) / 2;
        for (int row = 0; row < height; row++) {
            boolean marked = row == 0 || row == middle || row == height - 1;
            double value = high - (high - low) * row / (height - 1);
            String label = marked ? Quantity.of(value, unit) : "";
            lines.add(canvas.right(label, LABEL) + (canvas.unicode() ? " ┃" : " |") + new String(field[row]));
        }
        lines.add(" ".repeat(LABEL) + (canvas.unicode() ? " ┗" + "━".repeat(width) : " +" + "-".repeat(width)));
        String end = Quantity.ofHours(span / 3600);
        lines.add(" ".repeat(LABEL + 2) + "0" + canvas.right(end, width - 1));
        return lines;
    }
}
