package dev.seep.run;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lookup of the one series that a user means. */
public record SeriesLookup(List<String> names) {
    private static final int LISTED = 20;

    /**
     * @param text the name in full, a pattern with {@code *} and {@code ?}, or parts in order
     * @throws UsageException if it fits none or several, with those that there are
     */
    public String only(String text) {
        if (names.contains(text)) {
            return text;
        }
        Pattern pattern = Pattern.compile(
                Pattern.quote(text.toLowerCase(Locale.ROOT))
                        .replace("*", "\\E.*\\Q")
                        .replace(" ", "\\E.*\\Q")
                        .replace("?", "\\E.\\Q"),
                Pattern.DOTALL);
        List<String> fitting = names.stream()
                .filter(name -> pattern.matcher(name.toLowerCase(Locale.ROOT)).find())
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new UsageException(
                fitting.isEmpty()
                        ? "no series fits '" + text + "'; there are: " + listed(names)
                        : "'" + text + "' fits " + fitting.size() + " series: " + listed(fitting));
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }
}
