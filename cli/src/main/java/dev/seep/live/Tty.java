package dev.seep.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** Terminal of this process: which of its standard streams are connected to it, and its size. */
public final class Tty {
    private static final int USUAL_COLUMNS = 100;
    private static final Path SELF = Path.of("/proc/self");

    private Tty() {}

    /** Apart from the others, so that JLine is not loaded where it is not asked. */
    private static final class Elsewhere {
        static boolean isTerminal(int descriptor) {
            SystemStream[] inOrder = {SystemStream.Input, SystemStream.Output, SystemStream.Error};
            return new ExecTerminalProvider().isSystemStream(inOrder[descriptor]);
        }
    }

    public static boolean outIsTerminal() {
        return isTerminal(1);
    }

    public static boolean errIsTerminal() {
        return isTerminal(2);
    }

    /** Whether keys can be read: a process in the background would be stopped if it tried to. */
    public static boolean hasKeyboard() {
        return isTerminal(0) && isForeground();
    }

    /**
     * Columns of the terminal, 100 if there is none. Only read: a program in the background is stopped when it touches
     * the modes of its terminal, as a terminal of JLine does when it is closed.
     */
    public static int columns() {
        if (!outIsTerminal() && !errIsTerminal()) {
            return USUAL_COLUMNS;
        }
        try {
            return columns(new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException noStty) {
            return USUAL_COLUMNS;
        }
    }

    private static int columns(Process stty) throws IOException {
        String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        return size.length == 2 && size[1].matches("[1-9][0-9]{0,4}") ? Integer.parseInt(size[1]) : USUAL_COLUMNS;
    }

    /** The JDK cannot tell streams apart, Linux can; elsewhere the command {@code test} is asked. */
    private static boolean isTerminal(int descriptor) {
        if (!Files.exists(SELF)) {
            return Elsewhere.isTerminal(descriptor);
        }
        try {
            String device =
                    Files.readSymbolicLink(SELF.resolve("fd/" + descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }

    /** Linux says which process group has the terminal; elsewhere it is taken to be this one. */
    private static boolean isForeground() {
        try {
            String stat = Files.readString(SELF.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[2].equals(fields[5]);
        } catch (IOException notLinux) {
            return true;
        }
    }
}
