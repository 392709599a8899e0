package dev.seep.verdict;

import dev.seep.sample.Word;

/** Why a finding is inconclusive. */
public enum InconclusiveReason {
    /** It looks like growth that would do harm, and whether it goes on is open. */
    OPEN,
    /** Growth that would do harm could hide in its noise. */
    BLIND,
    /** There is too little of it. */
    TOO_SHORT;

    /** The word used in files and reports: {@code open}, {@code blind}, {@code too-short}. */
    public String word() {
        return Word.of(this);
    }
}
