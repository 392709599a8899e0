package dev.seep.source;

/** Error of a source: nobody answers, or it is not allowed. The message is one line with the way out. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
