package dev.seep.live;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the person at the keys has chosen to see. Belongs to one thread. */
final class Choice {
    /** Orders of the table. */
    enum Sort {
        WORST((one, other) -> 0),
        SLOPE(Comparator.comparingDouble((Outlook look) -> ordered(-look.slope()))),
        LIMIT(Comparator.comparingDouble((Outlook look) -> ordered(look.hoursToLimit()))),
        NAME(Comparator.comparing((Outlook look) -> look.riser().name()));

        private final Comparator<Outlook> order;

        Sort(Comparator<Outlook> order) {
            this.order = order;
        }

        private static double ordered(double number) {
            return Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What fills the screen. */
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
    String selected = "";
    private int row;
    private int top;

    /** The rows in the chosen order. */
    List<Outlook> sorted(List<Outlook> seen) {
        return seen.stream().sorted(sort.order).toList();
    }

    /** Moves the selection by so many rows. */
    void move(List<Outlook> rows, int by) {
        if (!rows.isEmpty()) {
            row = Math.max(0, Math.min(rows.size() - 1, indexOf(rows) + by));
            selected = rows.get(row).riser().name();
        }
    }

    /** The selected row: the same series wherever it went, the same place if it is gone. */
    int indexOf(List<Outlook> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).riser().name().equals(selected)) {
                row = i;
            }
        }
        row = Math.max(0, Math.min(row, rows.size() - 1));
        return row;
    }

    /** The first row on the screen, so that the selected one is on it. */
    int top(List<Outlook> rows, int height) {
        int at = indexOf(rows);
        top = Math.max(Math.min(top, at), at - height + 1);
        top = Math.max(0, Math.min(top, rows.size() - height));
        return top;
    }

    void nextSort() {
        sort = Sort.values()[(sort.ordinal() + 1) % Sort.values().length];
    }
}
