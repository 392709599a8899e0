package dev.seep.probe;

import java.util.Locale;

/** Makes words of others fit for names of metrics. */
final class MetricNames {
    private static final int LONGEST = 60;

    private MetricNames() {}

    /** Lower-case letters, digits, dots and underscores; what is cut short ends in a hash, what nothing is left of is one. */
    static String word(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_.]+", "_")
                .replaceAll("^[_.]+|[_.]+$", "")
                .replaceAll("\\.{2,}", ".");
        if (plain.isEmpty() && text.codePoints().anyMatch(Character::isLetter)) {
            return String.format("%08x", text.hashCode());
        }
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, LONGEST - 9) + String.format("_%08x", text.hashCode());
    }
}
