package dev.seep.command;

/** There is nothing to poll, or nowhere to keep it. The message is one line with the way out. */
final class CannotMeasureException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotMeasureException(String message) {
        super(message);
    }
}
