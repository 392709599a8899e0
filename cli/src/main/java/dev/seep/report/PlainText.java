package dev.seep.report;

/** Makes names and reasons from outside harmless for a terminal. */
final class PlainText {
    private static final int LONGEST = 500;

    private PlainText() {}

    /** Without control, format and bidirectional characters, and not endless. */
    static String of(String text, boolean unicode) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> plain.appendCodePoint(shown(c, unicode)));
        return text.codePointCount(0, text.length()) > LONGEST ? plain + "..." : plain.toString();
    }

    private static int shown(int character, boolean unicode) {
        boolean harmless =
                switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> unicode || character < 0x7f;
                };
        return harmless ? character : '?';
    }
}
