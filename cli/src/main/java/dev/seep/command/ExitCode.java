package dev.seep.command;

import dev.seep.verdict.Outcome;

/** Exit codes of the process. */
public enum ExitCode {
    PASS(0),
    LEAK(1),
    /** Wrong usage, or a policy or configuration file that is wrong. */
    USAGE(2),
    INCONCLUSIVE(3),
    /** No cluster, no permission, no target, no disk. */
    CANNOT_MEASURE(4),
    /** The run that was to be collected is not over. */
    STILL_RUNNING(5),
    /** A fault in seep itself. */
    DEFECT(70),
    INTERRUPTED(130),
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static ExitCode of(Outcome outcome, boolean inconclusiveFails) {
        return switch (outcome) {
            case PASS -> PASS;
            case LEAK -> LEAK;
            case INCONCLUSIVE -> inconclusiveFails ? INCONCLUSIVE : PASS;
        };
    }
}
