package dev.seep.source.exec;

import dev.seep.source.ExecResult;
import java.nio.ByteBuffer;

/** Listener to one exec. Told one thing after the other, and nothing after {@link #ended}. */
public interface ExecChannels {
    /** @param data valid during the call only */
    void out(ByteBuffer data);

    /** @param data valid during the call only */
    void err(ByteBuffer data);

    /** Once, whatever happens, unless the listener closed the connection itself. */
    void ended(ExecEnd end);

    /** There is no connection. */
    void failed(ExecResult.Failed failure);

    /** Ends the exec; whoever waits for it learns that it failed. */
    void close();
}
