package dev.seep.source.docker;

/** Refusal by the engine, which answered and did nothing. The message is its own. */
final class EngineRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    static final int NOT_FOUND = 404;

    private final int status;

    EngineRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP. */
    int status() {
        return status;
    }
}
