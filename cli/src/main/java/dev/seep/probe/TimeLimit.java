package dev.seep.probe;

import java.time.Duration;

/**
 * Kills a command in the target soon after nobody waits for it any more: who lets go of an exec does not end it.
 *
 * <p>Whatever runs beside the command is a child of the shell and awaited by it. A process that nobody awaits goes to
 * the first process of the container, where many programs leave it as a zombie for ever; that is what the
 * {@code timeout} of busybox does at each call, so that only the one of coreutils is used.
 */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * The shell function {@code limited}, which runs its arguments as a command and has its status. Without coreutils the
     * shell itself keeps the time, which dash cannot: there only a command that computes is ended, and not one that waits.
     */
    static String function(Duration timeout) {
        return """
                ulimit -t %1$d 2>/dev/null
                limited() {
                case $(timeout --version 2>/dev/null) in *coreutils*) timeout %1$d "$@"; return;; esac
                echo | read -t 1 x 2>/dev/null || { "$@"; return; }
                { { "$@" >&3 3>&- & echo $!; wait $!; echo $?; } | {
                read c
                read -t %1$d s || { kill $c; read s; }
                exit $s
                }; } 3>&1
                }
                """.formatted(timeout.toSeconds() + 2);
    }
}
