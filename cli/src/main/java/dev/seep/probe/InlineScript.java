package dev.seep.probe;

import dev.seep.probe.Measurement.Output;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Script that runs in a target without ever being a file there. It goes in on standard input and is kept in a variable
 * of the shell; the shell prints it back, and only if that is the same byte for byte it is told to run it. So nothing
 * is left behind, whenever either side is killed, and the target needs no program but its {@code sh}.
 *
 * <p>The first line may name another interpreter than {@code sh}, see {@link #INTERPRETERS}.
 *
 * @param text decoded as ISO 8859-1, ends with a line feed
 */
public record InlineScript(String text) {
    /** Longer arguments than 128 KiB no Linux passes on. */
    static final int LONGEST = 100 << 10;

    private static final String END = "seep-end-of-script";
    private static final String ERRORS = "\nseep-errors-of-script ";
    /** Option with which each takes a program. */
    private static final Map<String, String> INTERPRETERS = Map.of(
            "sh", "-c", "ash", "-c", "dash", "-c", "bash", "-c", "python", "-c", "python3", "-c", "perl", "-e", "ruby",
            "-e", "node", "-e");

    private static final Pattern SHEBANG = Pattern.compile("#! *\\S*/(?:env +)?([a-z0-9]+) *\\n[\\s\\S]*");

    /** @throws IllegalArgumentException if this cannot run anywhere; the message says why */
    public InlineScript {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is empty");
        } else if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " bytes");
        } else if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("is no text");
        }
        text = text.endsWith("\n") ? text : text + "\n";
        interpreter(text);
    }

    private static String interpreter(String text) {
        if (!text.startsWith("#!")) {
            return "sh";
        }
        Matcher shebang = SHEBANG.matcher(text);
        String name =
                shebang.matches() ? shebang.group(1) : text.lines().findFirst().orElse("");
        if (!INTERPRETERS.containsKey(name)) {
            throw new IllegalArgumentException("needs '" + name + "', and can be run by one of "
                    + String.join(", ", INTERPRETERS.keySet().stream().sorted().toList()));
        }
        return name;
    }

    /**
     * Program that waits for the script, and for the word to run it.
     *
     * @param timeout soon after which the script is killed, see {@link TimeLimit}
     */
    public String program(Duration timeout) {
        String interpreter = interpreter(text);
        return """
                export LC_ALL=C
                S= N='
                '
                while IFS= read -r l; do
                case $l in "%1$s"*) break;; esac
                S="$S$l$N"
                done
                printf '%%s\\n%%s\\n' "$S" %2$s
                read -r x || exit
                %7$s
                { E=$({ limited %8$d %3$s %4$s "$S" </dev/null >&3; } 2>&1); } 3>&1
                printf '\\n%5$s %%s\\n%%s\\n%%s\\n' $? "$E" %6$s
                """.formatted(
                        END,
                        copiedMark(),
                        interpreter,
                        INTERPRETERS.get(interpreter),
                        ERRORS.strip(),
                        ranMark(),
                        TimeLimit.function(timeout.toSeconds() + 2),
                        timeout.toSeconds() + 2);
    }

    /** The lines that are written to the program first, without the last line feed. */
    public String copy() {
        return text + END;
    }

    public String copiedMark() {
        return "seep-script-copied";
    }

    public String ranMark() {
        return "seep-script-ran";
    }

    /** Whether the target has the script as it is here. */
    public boolean isCopied(String answer) {
        return answer.equals(text + "\n" + copiedMark() + "\n");
    }

    /** Output of the script, from the answer to the word that it shall run; empty if cut off. */
    public Optional<Output> output(String answer) {
        int errors = answer.lastIndexOf(ERRORS);
        int line = errors < 0 ? -1 : answer.indexOf('\n', errors + ERRORS.length());
        int end = answer.lastIndexOf("\n" + ranMark());
        long status = line < 0 ? -1 : ProbeAnswer.number(answer.substring(errors + ERRORS.length(), line));
        return status < 0 || end < line
                ? Optional.empty()
                : Optional.of(new Output(
                        (int) status, answer.substring(0, errors), answer.substring(Math.min(line + 1, end), end)));
    }
}
