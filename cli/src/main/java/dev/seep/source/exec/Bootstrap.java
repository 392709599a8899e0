package dev.seep.source.exec;

import java.util.UUID;

/**
 * Bootstrap that takes the program of a kept session into a container: the exec itself runs a few words that read it
 * from standard input. So the program may be longer than a URL, and no server on the way keeps it for each open exec.
 * Builtins alone; a program that came in part is not run.
 *
 * <p>When a kubelet dies, the shells that were opened through it stay, for nobody closes their input. They would be
 * counted with the target, so the next shell ends those before it: the mark tells them by run and target, because
 * containers may see the processes of others.
 */
public final class Bootstrap {
    private static final String RUN = UUID.randomUUID().toString();

    private final String end;

    public Bootstrap(ExecTarget target) {
        end = "seep-end-of-program-" + RUN + "-" + ShortHash.of(target.toString());
    }

    /** Script of the exec. The mark stands in its first line. */
    public String script() {
        return "while IFS= read -r l; do case $l in " + end + ") eval \"$p\"; exit;; esac\np=\"$p$l\n\"\ndone\nexit 1";
    }

    /** First input to send. */
    String input(String program) {
        return """
                {
                read -r s x </proc/self/stat
                read -r c </proc/self/comm
                for p in /proc/[0-9]*; do
                k=
                read -r k <$p/comm
                [ "$k" = "$c" ] && [ $p != /proc/$s ] || continue
                read -r k <$p/cmdline
                case $k in *%s*) kill -9 ${p#/proc/};; esac
                done
                } 2>/dev/null
                """.formatted(end) + program + "\n" + end + "\n";
    }
}
