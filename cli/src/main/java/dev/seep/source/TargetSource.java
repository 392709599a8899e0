package dev.seep.source;

import java.util.List;

/** Source of the targets to poll, which follows them while they come and go. */
public interface TargetSource extends AutoCloseable {
    /**
     * Finds the targets of now, tells the listener each of them, and keeps on telling until closed.
     *
     * @param listener called from threads of the source, never concurrently
     * @throws SourceException if the source cannot be asked at all: no connection, no permission
     */
    void start(TargetListener listener) throws SourceException;

    /**
     * Usual measurements left out, each with the reason, for people: {@code secrets (not allowed ...)}. Known once it
     * is started.
     */
    default List<String> leftOut() {
        return List.of();
    }

    /** Ends the watching and whatever the source itself started. Shells handed out fail from now on. */
    @Override
    void close();
}
