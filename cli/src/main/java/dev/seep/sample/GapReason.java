package dev.seep.sample;

/** Reason why a value is missing. */
public enum GapReason implements Worded {
    /** The target or the cluster refused: permissions. */
    DENIED,
    /** No complete answer before the deadline. */
    TIMEOUT,
    /** An answer without its end mark, or with the wrong count. */
    TRUNCATED,
    /** An answer that the parser does not understand. */
    MALFORMED,
    /** Nothing in the target can run the probe's script. */
    NO_SHELL,
    /** The target ended while it was being asked. */
    TARGET_GONE,
    /** The target lacks the source of the probe: no cgroup file, no limit. */
    ABSENT,
    /** The target has no program that could read it. */
    NO_TOOL,
    /** The connection to the target failed. */
    UNREACHABLE,
    /** The script ran and failed. */
    FAILED,
    /** A file says why, in a word that a later version knows. */
    UNKNOWN;

    /** The reason with this word, {@link #UNKNOWN} if none of this version has it. */
    public static GapReason ofWord(String word) {
        return Worded.find(GapReason.class, word).orElse(UNKNOWN);
    }
}
