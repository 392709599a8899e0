package dev.seep.source.kubernetes;

/**
 * How the program of a kept session gets into the container: the exec itself runs a few words that read it from
 * standard input. So the program may be longer than a URL, and no server on the way keeps it for each open exec.
 */
final class Bootstrap {
    private static final String END = "seep-end-of-program";

    /** Builtins alone. A program that came in part is not run. */
    static final String SCRIPT = "while IFS= read -r l; do case $l in " + END
            + ") eval \"$p\"; exit;; esac\np=\"$p$l\n\"" + "\ndone\nexit 1";

    private Bootstrap() {}

    /** What to send first. */
    static String input(String program) {
        return program + "\n" + END + "\n";
    }
}
