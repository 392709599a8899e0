package dev.seep.verdict;

import dev.seep.sample.Worded;

/** Outcome of a judgement, for a series or for a run. */
public enum Outcome implements Worded {
    PASS,
    LEAK,
    /** The data cannot tell. */
    INCONCLUSIVE;
}
