package dev.seep.probe;

import java.util.Locale;

/** Metric names made out of others' words. */
final class MetricNames {
    private static final int LONGEST = 60;

    private MetricNames() {}

    /**
     * Lower-case letters, digits, dots and underscores; a cut word ends in a hash, one of which nothing is left is one.
     */
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
