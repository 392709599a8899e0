package dev.seep.sample;

import java.util.Locale;

/** What the numbers of a metric count. */
public enum Unit {
    BYTES,
    COUNT,
    /** A share between 0 and 1. */
    RATIO,
    SECONDS;

    /** The word used in files: {@code bytes}, {@code count}, {@code ratio}, {@code seconds}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no unit has this word */
    public static Unit ofWord(String word) {
        for (Unit unit : values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unknown unit '" + word + "': use bytes, count, ratio or seconds");
    }
}
