package dev.seep.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A shell that waits beside this process and puts the terminal back when this process dies without having done so, as
 * after {@code kill -9}: the end of the pipe between them tells it.
 */
final class Guard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT TSTP TTOU TTIN
            saved=$(stty -g </dev/tty) || exit 0
            echo ready
            read -r word && exit 0
            stty "$saved" </dev/tty
            printf '\\033[?1049l\\033[?1l\\033>\\033[?25h\\033[0m\\r' >/dev/tty
            echo 'seep was killed; what it recorded is kept' >/dev/tty
            """;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** Returns once the state of the terminal is noted. */
    static Guard start() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new Guard(shell);
    }

    /** The terminal is clean: the shell need not do anything. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().write("done\n".getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().close();
            var unused = shell.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException gone) {
            shell.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
