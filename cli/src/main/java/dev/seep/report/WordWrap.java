package dev.seep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks. */
final class WordWrap {
    private WordWrap() {}

    /** Lines of at most this width; a word that is longer stands alone. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Writes lines of at most this width, the first one after {@code first} and all others after as many blanks as
     * given.
     */
    static void hanging(String first, int indent, String text, int width, Appendable out) throws IOException {
        String begin = first;
        for (String line : lines(text, width - indent)) {
            out.append(begin).append(line).append('\n');
            begin = " ".repeat(indent);
        }
    }
}
