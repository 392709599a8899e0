package dev.seep.report;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Envelope of a series at the width of a picture: for each column with samples the lowest, the mean and the highest
 * value, apart for each life.
 */
record Envelope(List<Column> columns) {
    /**
     * @param at 0 to 1, where in the picture
     * @param life index of the incarnation
     */
    record Column(double at, int life, double low, double mean, double high) {}

    /**
     * @param from seconds since the epoch at the left edge
     * @param seconds that the picture is wide, above 0
     */
    static Envelope of(Series series, double from, double seconds, int width) {
        List<Column> columns = new ArrayList<>();
        int i = 0;
        while (i < series.size()) {
            int column = column(series, i, from, seconds, width);
            int life = series.life(i);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int first = i;
            while (i < series.size() && series.life(i) == life && column(series, i, from, seconds, width) == column) {
                low = Math.min(low, series.value(i));
                high = Math.max(high, series.value(i));
                sum += series.value(i++);
            }
            double at = ((series.seconds(first) + series.seconds(i - 1)) / 2 - from) / seconds;
            columns.add(new Column(at, life, low, sum / (i - first), high));
        }
        return new Envelope(columns);
    }

    private static int column(Series series, int i, double from, double seconds, int width) {
        return (int) ((series.seconds(i) - from) / seconds * width);
    }

    /** The stretches without a restart. */
    List<List<Column>> lives() {
        List<List<Column>> lives = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= columns.size(); i++) {
            if (i == columns.size()
                    || columns.get(i).life() != columns.get(begin).life()) {
                lives.add(columns.subList(begin, i));
                begin = i;
            }
        }
        return lives;
    }
}
