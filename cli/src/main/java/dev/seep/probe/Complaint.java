package dev.seep.probe;

import java.nio.charset.StandardCharsets;

/** Makes what a program of somebody else complained about fit for one line. */
public final class Complaint {
    private static final int LONGEST = 200;

    private Complaint() {}

    /** @param err decoded as ISO 8859-1; shown as UTF-8, without what could move a cursor, and not longer than is read */
    public static String line(String err) {
        String start = err.substring(0, Math.min(err.length(), 4 * LONGEST));
        String text = new String(start.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String line = text.replaceAll("\\x1b\\[[0-9;?]*[ -/]*[@-~]", "")
                .replaceAll("[\\p{Cc}\\s\\p{Cf}\\uFFFD]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
