package dev.seep.source.exec;

import dev.seep.sample.GapReason;

/** End of an exec. */
public sealed interface ExecEnd {
    /** The command ended, and the server said how. */
    record Exit(int status) implements ExecEnd {}

    /** It never ran, or nobody knows how it ended. */
    record Broken(GapReason reason, String words) implements ExecEnd {}
}
