package dev.seep.verdict;

import dev.seep.sample.Worded;

/** Why a finding is inconclusive. */
public enum InconclusiveReason implements Worded {
    /** It looks like growth that would do harm, and whether it goes on is open. */
    OPEN,
    /** Growth that would do harm could hide in its noise. */
    BLIND,
    /** There is too little of it. */
    TOO_SHORT;
}
