package dev.seep.verdict.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that somebody may have meant by an unknown one. */
final class SpellingSuggestion {
    private static final int MISTAKES = 3;

    private SpellingSuggestion() {}

    /** The known word that is nearest, if one is near. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.min(MISTAKES, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The known word that is nearest, or all of them if none is near. */
    static String hint(String word, List<String> known) {
        return of(word, known)
                .map(candidate -> ", did you mean '" + candidate + "'?")
                .orElse(", known are " + String.join(", ", known));
    }

    /** A question to end a sentence with, empty if nothing is near. */
    static String meant(Optional<String> near) {
        return near.map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** How many letters are to be put in, taken out or changed (Levenshtein 1966), whatever their case. */
    private static int distance(String word, String candidate) {
        String from = word.toLowerCase(Locale.ROOT);
        String to = candidate.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                boolean same = i > 0 && from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = i == 0 ? j : Math.min(diagonal + (same ? 0 : 1), Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
