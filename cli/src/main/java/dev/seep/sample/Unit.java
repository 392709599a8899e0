package dev.seep.sample;

/** Unit of the numbers of a metric. */
public enum Unit {
    BYTES,
    COUNT,
    /** A share between 0 and 1. */
    RATIO,
    SECONDS;

    /** The word used in files: {@code bytes}, {@code count}, {@code ratio}, {@code seconds}. */
    public String word() {
        return Word.of(this);
    }

    /** @throws IllegalArgumentException if no unit has this word */
    public static Unit ofWord(String word) {
        return Word.find(Unit.class, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown unit '" + word + "': use bytes, count, ratio or seconds"));
    }
}
