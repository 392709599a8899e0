package dev.seep.source.docker;

import dev.seep.source.exec.ExecConnection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Connection of one exec, of its own, which is there only after a while. Takes no locks. */
final class DockerExecConnection implements ExecConnection {
    private volatile @Nullable EngineConnection connection;
    private volatile boolean closed;

    void opened(EngineConnection open) {
        connection = open;
        if (closed) {
            open.close();
        }
    }

    /** Whether this side has ended it. */
    boolean isClosed() {
        return closed;
    }

    /** Takes at most as long as the engine needs for some kilobytes: a line, or a program that is read at once. */
    @Override
    public void send(byte[] input) {
        EngineConnection open = connection;
        if (open == null) {
            return;
        }
        try {
            open.write(input);
        } catch (IOException e) {
            // Who reads finds the connection broken, too.
            open.close();
        }
    }

    /** The engine closes the command's standard input when the connection ends. */
    @Override
    public void close() {
        closed = true;
        EngineConnection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
