package dev.seep.sample;

/** Cuts text that others wrote. */
public final class Excerpt {
    private Excerpt() {}

    /** The text, or its beginning of at most so many chars, never half of a surrogate pair, with three dots after it. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "...";
    }
}
