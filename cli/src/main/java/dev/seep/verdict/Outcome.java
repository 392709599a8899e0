package dev.seep.verdict;

import dev.seep.sample.Word;

/** What can be said of a series, or of a run. */
public enum Outcome {
    PASS,
    LEAK,
    /** The data cannot tell. */
    INCONCLUSIVE;

    /** The word used in files: {@code pass}, {@code leak}, {@code inconclusive}. */
    public String word() {
        return Word.of(this);
    }
}
