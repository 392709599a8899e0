package dev.seep.verdict;

import dev.seep.sample.Word;

/** Outcome of a judgement, for a series or for a run. */
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
