package dev.seep.evidence;

import dev.seep.sample.Text;

/** Names from a target, which may hold any byte, made harmless. */
final class PrintableNames {
    private static final int LONGEST = 160;

    private PrintableNames() {}

    /** @param bytes decoded as ISO 8859-1; read as UTF-8, without control and format characters, and not endless */
    static String of(String bytes) {
        String text = Text.harmless(Text.utf8(bytes, 4 * LONGEST));
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
