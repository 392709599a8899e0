package dev.seep.command;

import dev.seep.verdict.Outcome;

/** Exit codes of the process. */
public enum ExitCode {
    PASS(0, "pass"),
    LEAK(1, "leak, or a fact that fails the run: a restart too many, a broken ceiling"),
    USAGE(2, "wrong usage, or a policy or configuration file that is wrong"),
    INCONCLUSIVE(3, "inconclusive; 0 with --inconclusive=pass"),
    CANNOT_MEASURE(4, "could not measure: no cluster, no permission, no target, no disk"),
    /** The run that was to be collected is not over. */
    STILL_RUNNING(5, "seep collect: the Job still runs"),
    DEFECT(70, "a fault in seep, please report it"),
    INTERRUPTED(130, "second Ctrl-C; the first ends polling and judges what there is"),
    TERMINATED(143, "second SIGTERM; the first ends polling and judges what there is");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** What it says to people, in a few words. */
    String meaning() {
        return meaning;
    }

    static ExitCode of(Outcome outcome, boolean inconclusiveFails) {
        return switch (outcome) {
            case PASS -> PASS;
            case LEAK -> LEAK;
            case INCONCLUSIVE -> inconclusiveFails ? INCONCLUSIVE : PASS;
        };
    }
}
