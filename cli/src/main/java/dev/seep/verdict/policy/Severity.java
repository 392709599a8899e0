package dev.seep.verdict.policy;

/** What a leak does to the verdict of the run. */
public enum Severity {
    FAIL,
    /** It is shown, and does not fail the run. */
    WARN,
    /** It is not judged. */
    IGNORE
}
