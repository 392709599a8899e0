package dev.seep.report;

import dev.seep.sample.Text;

/** Makes names and reasons from outside harmless for a terminal. */
final class PlainText {
    private static final int LONGEST = 500;

    private PlainText() {}

    /** Without control, format and bidirectional characters, and not endless. */
    static String of(String text, boolean unicode) {
        String plain = Text.forTerminal(text, unicode);
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
