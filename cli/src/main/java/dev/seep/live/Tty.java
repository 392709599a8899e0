package dev.seep.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** What the standard streams of this process are connected to. */
public final class Tty {
    private static final int USUAL_COLUMNS = 100;

    private Tty() {}

    public static boolean outIsTerminal() {
        return isTerminal(1);
    }

    public static boolean errIsTerminal() {
        return isTerminal(2);
    }

    /** Columns of the terminal, 100 if there is none. */
    public static int columns() {
        if (!outIsTerminal() && !errIsTerminal()) {
            return USUAL_COLUMNS;
        }
        try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
            int columns = terminal.getSize().getColumns();
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (IOException unknown) {
            return USUAL_COLUMNS;
        }
    }

    /** The JDK cannot tell streams apart, Linux can; elsewhere progress is plain lines. */
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
