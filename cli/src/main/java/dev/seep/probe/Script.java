package dev.seep.probe;

import java.util.List;

/**
 * Script around the probes, for dash, busybox ash and bash alike, also where the image holds a shell and nothing else.
 *
 * <p>With few processes it starts no other program at all: the shell's {@code read} takes one byte a system call, yet
 * that costs 40 microseconds for a process where a {@code cat} costs 700 for any number of them. So no zombie is ever
 * made, and nothing of the probe but its own shell is there to be left out. Names of processes, which may hold any
 * byte, are cut off in the target: the state follows the last {@code )}.
 *
 * <p>Complaints are dropped by a redirection around everything and not by {@code exec 2>/dev/null}: that closes the
 * pipe of standard error, whereupon the container runtime stops to pass on standard input.
 */
final class Script {
    private static final String PROLOGUE = "{\n" + Scripts.text("processes.sh");

    private Script() {}

    private static String functions(List<Probe> probes) {
        StringBuilder script = new StringBuilder(PROLOGUE);
        StringBuilder calls = new StringBuilder();
        for (Probe probe : probes) {
            if (!probe.script().isEmpty()) {
                script.append(probe.script());
                calls.append("case ,$w, in *,%1$s,*) %1$s;; esac\n".formatted(probe.name()));
            }
        }
        return script.append("""
                        answer() {
                        B= O=$P
                        i=$((i%11+1))
                        put page "$Z"
                        [ -z "$O" ] || put named 1
                        [ "$O$w" = sockets ] || processes
                        """).append(calls).append("""
                        printf 'seep-answer %s %s\\n%s\\nseep-end-of-answer %s\\n' "$q" ${#B} "$B" "$q"
                        }
                        """).toString();
    }

    /** Answers each line on standard input, until that closes. */
    static String resident(List<Probe> probes) {
        return functions(probes) + "while read -r q w P; do answer; done\n} 2>/dev/null\n";
    }

    /** Answers one question; process IDs may be given as arguments. */
    static String once(List<Probe> probes, PollRequest pollRequest) {
        return functions(probes)
                + "q=%d w=%s P=$*\nanswer\n} 2>/dev/null\n"
                        .formatted(pollRequest.sequence(), String.join(",", pollRequest.probes()));
    }
}
