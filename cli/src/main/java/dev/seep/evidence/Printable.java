package dev.seep.evidence;

import java.nio.charset.StandardCharsets;

/** Names from a target, which may hold any byte, made harmless. */
final class Printable {
    private static final int LONGEST = 160;

    private Printable() {}

    /** @param bytes decoded as ISO 8859-1; read as UTF-8, without control and format characters, and not endless */
    static String of(String bytes) {
        String start = bytes.substring(0, Math.min(bytes.length(), 4 * LONGEST));
        String text = new String(start.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\uFFFD]", "?");
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
