package dev.seep.probe;

import java.util.List;

/**
 * The script around the probes, for dash, busybox ash and bash alike, also where the image holds a shell and nothing
 * else.
 *
 * <p>With few processes it starts no other program at all: the shell's {@code read} takes one byte a system call, yet
 * that costs 40 microseconds for a process where a {@code cat} costs 700 for any number of them. So no zombie is ever
 * made, and nothing of the probe but its own shell is there to be left out. Names of processes, which may hold any byte,
 * are cut off in the target: the state is what follows the last {@code )}.
 *
 * <p>Complaints are dropped by a redirection around everything and not by {@code exec 2>/dev/null}: that closes the
 * pipe of standard error, whereupon the container runtime stops to pass on standard input.
 *
 * <p>Variables: {@code q} sequence, {@code w} probes, {@code P} process IDs, {@code O} not empty if the question named
 * them, {@code n} their number, {@code i} counts questions from 1 to 11 (odd, so that alternating questions each see
 * 1), {@code B} the sections so far, {@code N} a line feed, {@code S} the shell's own process ID in this {@code /proc},
 * {@code Z} kibibytes of a page.
 */
final class Script {
    private static final String PROLOGUE = """
            {
            export LC_ALL=C
            N='
            '
            i=0 X= Q= R= Y= W= Z= S= C= A=
            command -v awk >/dev/null && A=1 && command -v cat >/dev/null && command -v grep >/dev/null && C=1
            read -r S x </proc/self/stat
            while read -r k v x; do case $k in KernelPageSize:) Z=$v; break;; esac; done </proc/self/smaps
            put() { B="$B$1 ${#2}$N$2$N"; }
            processes() {
            n=0 T= F=
            if [ "$O" ]; then
            for p in $P; do n=$((n+1)); done
            else
            set -- /proc/[0-9]*
            n=$#
            for p; do p=${p#/proc/}; [ $p = $S ] || P="$P $p"; done
            fi
            if [ $n -gt 20 ] && [ "$C" ]; then
            for p in $P; do F="$F /proc/$p/stat"; done
            T=$(cat $F | awk 's==""&&NF==52{print $1,$3,$20,$24;next}{s=s $0 " ";t=s;sub(/.*\\)/,"",t);if(split(t,v," ")>40){print s+0,v[1],v[18],v[22];s=""}}')
            else
            for p in $P; do
            L=
            while IFS= read -r x; do L="$L$x$N"; done </proc/$p/stat
            set -- ${L##*)}
            [ $# -lt 22 ] || T="$T$p $1 ${18} ${22}$N"
            done
            fi
            put stat "$T"
            }
            """;

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
