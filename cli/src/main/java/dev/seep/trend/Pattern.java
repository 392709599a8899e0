package dev.seep.trend;

import dev.seep.sample.Word;

/** Name that a person would give the course of a series. */
public enum Pattern {
    GROWTH,
    WARM_UP,
    STEP,
    SAWTOOTH,
    STEADY,
    SHRINKING,
    /** It grows in every life and is cut by restarts. */
    RESTARTING_GROWTH,
    TOO_SHORT,
    ERRATIC;

    /** The word used in files: {@code warm-up}, {@code restarting-growth} ... */
    public String word() {
        return Word.of(this);
    }
}
