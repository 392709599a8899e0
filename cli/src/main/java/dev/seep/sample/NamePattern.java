package dev.seep.sample;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Pattern by which a person finds a series: parts of its name in order, with {@code *} and {@code ?} for what is
 * between, in any case. An empty one finds everything.
 */
public final class NamePattern {
    private final Pattern pattern;

    private NamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @param text parts of a name, with {@code *} or a blank between them, and {@code ?} for any character */
    public static NamePattern of(String text) {
        return new NamePattern(Pattern.compile(
                Pattern.quote(text.toLowerCase(Locale.ROOT))
                        .replace("*", "\\E.*\\Q")
                        .replace(" ", "\\E.*\\Q")
                        .replace("?", "\\E.\\Q"),
                Pattern.DOTALL));
    }

    public boolean finds(String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
