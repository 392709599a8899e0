package dev.seep.source.exec;

import dev.seep.sample.Text;
import org.jspecify.annotations.Nullable;

/** Texts of others, made fit for a line of an error message. */
public final class Messages {
    private static final int LONGEST = 400;

    private Messages() {}

    /** One line without control characters, and not longer than a person reads. */
    public static String line(String text) {
        return Text.oneLine(text, LONGEST);
    }

    /** Message of the innermost cause that has one. */
    public static String line(Throwable failure) {
        String words = failure.getClass().getSimpleName();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                words = cause.getMessage();
            }
        }
        return line(words);
    }
}
