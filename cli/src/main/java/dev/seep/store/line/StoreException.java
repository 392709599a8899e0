package dev.seep.store.line;

/** A file of a run cannot be written or read. The message is one line that names the file and the way out. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
