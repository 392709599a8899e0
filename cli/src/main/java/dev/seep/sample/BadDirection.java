package dev.seep.sample;

import java.util.Locale;

/** Which way of going is bad for a metric. */
public enum BadDirection {
    UP,
    DOWN,
    /** Recorded and shown, but by itself never a reason to fail a run: page cache, a limit. */
    NEITHER;

    /** The word used in files: {@code up}, {@code down}, {@code neither}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no direction has this word */
    public static BadDirection ofWord(String word) {
        for (BadDirection direction : values()) {
            if (direction.word().equals(word)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("unknown direction '" + word + "': use up, down or neither");
    }
}
