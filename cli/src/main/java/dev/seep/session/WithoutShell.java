package dev.seep.session;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;

/** What is heard of a target in which nothing can be run. */
final class WithoutShell {
    private WithoutShell() {}

    static boolean is(ExecResult result) {
        return result instanceof Failed failed && failed.reason() == GapReason.NO_SHELL;
    }

    /**
     * What was seen instead; where nothing was, both reasons.
     *
     * @param why nothing can be run
     */
    static ExecResult together(Failed why, ExecResult seen) {
        if (seen instanceof Failed failed && failed.reason() == GapReason.NO_SHELL) {
            return failed.message().isEmpty()
                    ? why
                    : new Failed(GapReason.NO_SHELL, why.message() + "; " + failed.message());
        }
        return seen;
    }
}
