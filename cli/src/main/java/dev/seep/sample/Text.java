package dev.seep.sample;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that others wrote, such as names, labels and output of programs, made harmless for whoever shows it: it moves no
 * cursor, begins no line, hides nothing, and reads in the order in which it is written.
 */
public final class Text {
    /**
     * Control characters of ASCII and beyond; format characters, which are those that turn the direction or have no
     * width; ends of lines and paragraphs; halves of surrogate pairs; private and unassigned ones; undecodable bytes.
     */
    private static final String HARMFUL = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}\\uFFFD";

    private static final Pattern ONE = Pattern.compile("[" + HARMFUL + "]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");
    private static final Pattern BLANKS = Pattern.compile("[" + HARMFUL + "\\s]+");
    /** Sequence that sets colours, moves the cursor, clears the screen. */
    private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\\x1b\\[[0-9;?]*[ -/]*[@-~]");

    private Text() {}

    /** The text with a question mark for each character that could do harm. */
    public static String harmless(String text) {
        return harmless(text, '?');
    }

    /** The text with another character for each one that could do harm. */
    public static String harmless(String text, char instead) {
        return ONE.matcher(text).replaceAll(Matcher.quoteReplacement(String.valueOf(instead)));
    }

    /** The text with a question mark for each character that is not printable ASCII. */
    private static String ascii(String text) {
        return NOT_ASCII.matcher(text).replaceAll("?");
    }

    /** The text for a terminal: harmless, and in ASCII where it shows nothing else. */
    public static String forTerminal(String text, boolean unicode) {
        return unicode ? harmless(text) : ascii(text);
    }

    /** Text on one line: with one blank for blanks and harmful signs. */
    public static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Output for a terminal, without sequences that set colours or move the cursor. */
    public static String uncoloured(String text) {
        return TERMINAL_SEQUENCE.matcher(text).replaceAll("");
    }

    /** {@link #oneLine(String)}, and no longer than a person reads. */
    public static String oneLine(String text, int longest) {
        return excerpt(oneLine(text), longest);
    }

    /**
     * The text, or its beginning of at most so many chars, never half of a surrogate pair, with three dots after it.
     */
    public static String excerpt(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "...";
    }

    /**
     * Bytes decoded as UTF-8.
     *
     * @param bytes decoded as ISO 8859-1, a character each
     * @param most so many bytes are read
     */
    public static String utf8(String bytes, int most) {
        String begin = bytes.substring(0, Math.min(bytes.length(), most));
        return new String(begin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The parts that are not empty, with this between them. */
    public static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
