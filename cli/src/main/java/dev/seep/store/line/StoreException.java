package dev.seep.store.line;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a run cannot be written or read. The message is one line that names the file and the way out. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problem what cannot be done; why is said in words that name a way out */
    public StoreException(String problem, Path file, IOException cause) {
        super(problem + ": " + Causes.of(cause, file), cause);
    }
}
