package dev.seep.run;

import dev.seep.live.Tty;
import dev.seep.report.Style;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * Environment of a command: its streams, terminal, variables and clock.
 *
 * @param out carries results
 * @param err carries progress and errors
 * @param terminal terminal of {@code err}
 * @param variables of the environment, by name
 * @param folder relative paths start here
 * @param exit ends the process at once with this exit code
 */
public record CliEnvironment(
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        Map<String, String> variables,
        Clock clock,
        Path folder,
        IntConsumer exit) {

    /**
     * Screen of a person.
     *
     * @param outIsTerminal whether results are read by a person
     * @param errIsTerminal whether progress may be drawn over itself
     * @param hasKeyboard whether keys can be read
     * @param width of the terminal in columns; asking takes time
     */
    public record Terminal(boolean outIsTerminal, boolean errIsTerminal, boolean hasKeyboard, IntSupplier width) {
        public static final Terminal NONE = new Terminal(false, false, false, () -> 100);

        public static Terminal ofThisProcess() {
            return new Terminal(Tty.outIsTerminal(), Tty.errIsTerminal(), Tty.hasKeyboard(), Tty::columns);
        }

        public int columns() {
            return width.getAsInt();
        }
    }

    public CliEnvironment {
        variables = Map.copyOf(variables);
    }

    /** Whether progress may fill the screen: not in a pipe, in CI, without colour, or on a terminal that cannot. */
    boolean isLively() {
        return terminal.errIsTerminal()
                && terminal.hasKeyboard()
                && !isDumb()
                && !"true".equals(variables.get("CI"))
                && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Whether results may be coloured, see no-color.org. */
    public boolean isColourful() {
        return terminal.outIsTerminal()
                && !isDumb()
                && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Whether results may hold characters beyond ASCII, by the locale of the environment. */
    boolean isUnicode() {
        String locale = variables.getOrDefault(
                "LC_ALL", variables.getOrDefault("LC_CTYPE", variables.getOrDefault("LANG", "")));
        return locale.isEmpty() || locale.toUpperCase(Locale.ROOT).contains("UTF");
    }

    /** Says one thing on stderr, at once. */
    public void say(String message) {
        err.println("seep: " + message);
        err.flush();
    }

    /** Prints a result on stdout, at once. */
    public void print(String result) {
        out.print(result);
        out.flush();
    }

    public Style style() {
        return new Style(isColourful(), isUnicode(), terminal.columns());
    }

    private boolean isDumb() {
        return "dumb".equals(variables.get("TERM"));
    }

    /** Name of this machine for records. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }
}
