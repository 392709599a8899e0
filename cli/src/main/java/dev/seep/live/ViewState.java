package dev.seep.live;

import dev.seep.sample.Worded;
import java.util.Comparator;
import java.util.List;

/** State of the live view that a person chose by keys: order, filter, selection. Belongs to one thread. */
final class ViewState {
    /** Orders of the table. */
    enum Sort implements Worded {
        WORST,
        SLOPE,
        LIMIT,
        NAME;

        /** The rows in this order; they come with the worst first. */
        List<TableRow> sorted(List<TableRow> seen) {
            return switch (this) {
                case WORST -> seen;
                case SLOPE -> by(seen, Comparator.comparingDouble(row -> ordered(-row.slope())));
                case LIMIT -> by(seen, Comparator.comparingDouble(row -> ordered(row.hoursToLimit())));
                case NAME ->
                    by(seen, Comparator.comparing(row -> row.rankedSeries().name()));
            };
        }

        Sort next() {
            return switch (this) {
                case WORST -> SLOPE;
                case SLOPE -> LIMIT;
                case LIMIT -> NAME;
                case NAME -> WORST;
            };
        }

        private static List<TableRow> by(List<TableRow> seen, Comparator<TableRow> order) {
            return seen.stream().sorted(order).toList();
        }

        private static double ordered(double number) {
            return Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
        }
    }

    /** Contents that fill the screen. */
    enum Page {
        TABLE,
        ONE,
        HELP
    }

    Page page = Page.TABLE;
    Sort sort = Sort.WORST;
    String filter = "";
    boolean typing;
    boolean paused;
    /** Whether the person is asked if the run is to end. */
    boolean asking;
    /** Whether the person has left, and the end is near. */
    boolean leaving;

    String selected = "";
    private int row;
    private int top;

    /** The rows in the chosen order. */
    List<TableRow> sorted(List<TableRow> seen) {
        return sort.sorted(seen);
    }

    /** Moves the selection by so many rows. */
    void move(List<TableRow> rows, int by) {
        if (!rows.isEmpty()) {
            row = Math.max(0, Math.min(rows.size() - 1, indexOf(rows) + by));
            selected = rows.get(row).rankedSeries().name();
        }
    }

    /** The selected row: the same series wherever it went, the same place if it is gone. */
    int indexOf(List<TableRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).rankedSeries().name().equals(selected)) {
                row = i;
            }
        }
        row = Math.max(0, Math.min(row, rows.size() - 1));
        return row;
    }

    /** The first row on the screen, so that the selected one is on it. */
    int top(List<TableRow> rows, int height) {
        int at = indexOf(rows);
        top = Math.max(Math.min(top, at), at - height + 1);
        top = Math.max(0, Math.min(top, rows.size() - height));
        return top;
    }

    void nextSort() {
        sort = sort.next();
    }
}
