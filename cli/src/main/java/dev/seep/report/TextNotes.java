package dev.seep.report;

import java.io.IOException;
import java.util.List;

/** Remarks that a terminal shows below the findings: the series with too few samples in one line, and the notes. */
final class TextNotes {
    private static final int INDENT = 9;

    private final Style style;

    TextNotes(Style style) {
        this.style = style;
    }

    void write(TooFewSamples few, List<String> notes, Appendable out) throws IOException {
        if (!few.isEmpty()) {
            out.append('\n');
            write(AnsiColour.YELLOW.on("short", style) + "    ", few.told(), out);
        }
        if (!notes.isEmpty()) {
            out.append('\n');
        }
        for (String note : notes) {
            write(AnsiColour.DIM.on("note", style) + "     ", note, out);
        }
    }

    private void write(String first, String text, Appendable out) throws IOException {
        WordWrap.hanging(first, INDENT, PlainText.of(text, style.unicode()), style.width(), out);
    }
}
