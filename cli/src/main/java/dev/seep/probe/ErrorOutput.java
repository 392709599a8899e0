package dev.seep.probe;

import dev.seep.sample.Text;

/** Complaint of somebody else's program, made fit for one line. */
public final class ErrorOutput {
    private static final int LONGEST = 200;

    private ErrorOutput() {}

    /** @param err decoded as ISO 8859-1; shown as UTF-8, without control characters, and not longer than is read */
    public static String line(String err) {
        return Text.oneLine(Text.uncoloured(Text.utf8(err, 4 * LONGEST)), LONGEST);
    }
}
