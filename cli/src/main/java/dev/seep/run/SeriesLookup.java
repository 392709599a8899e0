package dev.seep.run;

import dev.seep.sample.NamePattern;
import java.util.List;

/** Lookup of the series that a user means. */
public record SeriesLookup(List<String> names) {
    private static final int LISTED = 20;

    /**
     * @param text the name in full, a pattern with {@code *} and {@code ?}, or parts in order
     * @return at least one; that which has just this name, or all that fit
     * @throws UsageException if it fits none, with those that there are
     */
    public List<String> fitting(String text) {
        if (names.contains(text)) {
            return List.of(text);
        }
        NamePattern pattern = NamePattern.of(text);
        List<String> fitting = names.stream().filter(pattern::finds).toList();
        if (fitting.isEmpty()) {
            throw new UsageException("no leak and no series fits '" + text + "'; there are: " + listed(names));
        }
        return fitting;
    }

    /** The first of them, and how many more there are. */
    public static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }
}
