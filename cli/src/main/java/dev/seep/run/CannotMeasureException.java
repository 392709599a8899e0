package dev.seep.run;

/** Error of a run with nothing to poll, or nowhere to keep it. The message is one line with the way out. */
public final class CannotMeasureException extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotMeasureException(String message) {
        super(message);
    }
}
