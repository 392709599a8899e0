package dev.seep.sample;

/** Unit of the numbers of a metric. */
public enum Unit implements Worded {
    BYTES,
    COUNT,
    /** A share between 0 and 1. */
    RATIO,
    SECONDS;

    /** @throws IllegalArgumentException if no unit has this word */
    public static Unit ofWord(String word) {
        return Worded.find(Unit.class, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown unit '" + word + "': use bytes, count, ratio or seconds"));
    }
}
