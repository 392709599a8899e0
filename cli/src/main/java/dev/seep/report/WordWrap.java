package dev.seep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text at blanks. */
final class WordWrap {
    private WordWrap() {}

    private static final Pattern NUMBER = Pattern.compile("(?<![^ (])([+-]?[\\d.,]{1,9}) (?=[^\\d ])");
    private static final char GLUE = '\u00a0';

    /** Lines of at most this width; a word that is longer stands alone. Numbers stay with what they count. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String glued = NUMBER.matcher(text).replaceAll("$1" + GLUE);
        for (String word : glued.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(unglued(line).stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(unglued(line));
        return lines;
    }

    private static String unglued(StringBuilder line) {
        return line.toString().replace(GLUE, ' ');
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
