package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;

/** How an exec came to its end. */
sealed interface ExecEnd {
    /** The command ended, and the server said how. */
    record Exit(int status) implements ExecEnd {}

    /** It never ran, or nobody knows how it ended. */
    record Broken(GapReason reason, String words) implements ExecEnd {}
}
