package dev.seep.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table as GitHub shows it: the first column is text, all others are numbers. */
final class MarkdownTable {
    private final StringBuilder out = new StringBuilder();

    MarkdownTable(String... header) {
        row((Object[]) header);
        String[] rule = new String[header.length];
        Arrays.fill(rule, "---:");
        rule[0] = "---";
        row((Object[]) rule);
    }

    void row(Object... cells) {
        out.append(line(cells));
    }

    /** One row, for who prints each as soon as it is there. */
    static String line(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A share in percent, a dash if there was nothing to count. */
    static String percent(long some, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * some / all);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
