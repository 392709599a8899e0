package dev.seep.probe;

/**
 * Time limit of a command in the target, killed soon after nobody waits for it any more: who lets go of an exec does
 * not end it.
 *
 * <p>Whatever runs beside the command is a child of the shell and awaited by it. A process that nobody awaits goes to
 * the first process of the container, where many programs leave it as a zombie for ever; the {@code timeout} of busybox
 * does so at each call, so that only the one of coreutils is used.
 */
public final class TimeLimit {
    /**
     * The shell function {@code limited SECONDS COMMAND ARGUMENT...}, which runs the command and has its status.
     * Without coreutils the shell itself keeps the time, which dash cannot: there a command that waits is not ended.
     */
    public static final String FUNCTION = Scripts.text("limited.sh");

    private TimeLimit() {}

    /** With it, where a shell cannot keep the time, at least a busy program is ended. */
    static String function(long seconds) {
        return "ulimit -t " + seconds + " 2>/dev/null\n" + FUNCTION;
    }
}
