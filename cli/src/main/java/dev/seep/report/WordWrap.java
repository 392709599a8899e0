package dev.seep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text at blanks, and within a word that no line has room for. */
final class WordWrap {
    /** Where there is less room than this, words stay whole: lines of a few letters are no text. */
    private static final int NARROWEST = 20;

    private static final Pattern NUMBER = Pattern.compile("(?<![^ (])([+-]?[\\d.,]{1,9}) (?=[^\\d ])");
    private static final char GLUE = '\u00a0';

    private WordWrap() {}

    /**
     * Lines of at most this width, or of whole words where that is too narrow for them. Numbers stay with what they
     * count.
     */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String glued = NUMBER.matcher(text).replaceAll("$1" + GLUE);
        for (String word : words(glued, Math.max(NARROWEST, width))) {
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

    /** Words of at most so many characters. */
    private static List<String> words(String text, int longest) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            int begin = 0;
            while (word.length() - begin > longest) {
                int end = begin + longest;
                end -= Character.isHighSurrogate(word.charAt(end - 1)) ? 1 : 0;
                words.add(word.substring(begin, end));
                begin = end;
            }
            words.add(word.substring(begin));
        }
        return words;
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
