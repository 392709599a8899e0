package dev.seep.session;

/** Use of shells in a target: one for all polls, or each its own. */
public enum SessionMode {
    /** A kept session where polls are frequent enough to be worth one, else one-shot. */
    AUTO,
    /** One shell stays in each target and answers all polls. */
    KEEP,
    /** A new shell for each poll. */
    ONCE
}
