package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Sparkline;
import dev.seep.sample.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/**
 * Draws cells, lines and bars that fit the screen: its size in characters, and whether it shows more than ASCII.
 * Everything that came from outside goes through {@link #harmless}.
 */
record Canvas(int columns, int rows, boolean unicode) {
    private static final int SHORTEST_PART = 3;

    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle STRONG = AttributedStyle.BOLD;
    static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    static final AttributedStyle TITLE = AttributedStyle.INVERSE;
    static final AttributedStyle WARNING = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);

    static AttributedStyle style(Tendency tendency) {
        return switch (tendency) {
            case GROWING -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            case MAY_LEAK -> WARNING;
            case SHRINKING, STEADY -> PLAIN.foreground(AttributedStyle.GREEN);
            case NOISY, TOO_SHORT -> FAINT;
        };
    }

    /** One line of the screen: no longer than it is wide. */
    AttributedString line(String text, AttributedStyle style) {
        return new AttributedString(cell(text, columns), style);
    }

    /** Cut and filled to so many columns; characters that take two are counted so. */
    String cell(String text, int width) {
        String shown = harmless(text);
        StringBuilder cell = new StringBuilder();
        int used = 0;
        int whole = width(shown);
        for (int c : shown.codePoints().toArray()) {
            int more = Math.max(0, WCWidth.wcwidth(c));
            if (used + more > (whole > width ? width - 1 : width)) {
                break;
            }
            cell.appendCodePoint(c);
            used += more;
        }
        if (whole > width && width > 0) {
            cell.append(unicode ? '…' : '~');
            used++;
        }
        return cell.append(" ".repeat(Math.max(0, width - used))).toString();
    }

    /** The same, against the right edge. */
    String right(String text, int width) {
        int used = width(harmless(text));
        return used >= width ? cell(text, width) : " ".repeat(width - used) + harmless(text);
    }

    /**
     * The same as {@link #cell}, but a text that is too long loses its begin: the end of a metric's name tells more.
     */
    String ending(String text, int width) {
        String shown = harmless(text);
        int from = 0;
        while (width(shown.substring(from)) > width - 1 && width(shown) > width) {
            from = shown.offsetByCodePoints(from, 1);
        }
        return cell((from > 0 ? (unicode ? "…" : "~") : "") + shown.substring(from), width);
    }

    /**
     * The parts of a name with slashes between, in so many columns. Where it is too long, the longest parts lose their
     * middle: the begin says whose it is, the end which one.
     */
    String fit(List<String> parts, int width) {
        List<String> shown = parts.stream().map(this::harmless).toList();
        int[] room = shown.stream().mapToInt(Canvas::width).toArray();
        for (int over = IntStream.of(room).sum() + room.length - 1 - width; over > 0; over--) {
            int longest = longest(room);
            room[longest] = Math.max(SHORTEST_PART, room[longest] - 1);
        }
        String name = IntStream.range(0, room.length)
                .mapToObj(i -> middle(shown.get(i), room[i]))
                .collect(Collectors.joining("/"));
        return cell(name, width);
    }

    private static int longest(int[] room) {
        int longest = 0;
        for (int i = 1; i < room.length; i++) {
            longest = room[i] > room[longest] ? i : longest;
        }
        return longest;
    }

    /** Without its middle, if it is too long for so many columns. */
    private String middle(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int head = (width - 1) / 3;
        String begin = cell(text, head + 1).stripTrailing();
        return begin.substring(0, begin.length() - 1)
                + ending(text, width - head).stripTrailing();
    }

    static int width(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    /** Without control, format and bidirectional characters, which could write over the screen or lie about a name. */
    String harmless(String text) {
        return Text.forTerminal(text, unicode);
    }

    /** The course of a series as a row of small bars, from its lowest value to its highest. */
    String bars(double[] values, int width) {
        return Sparkline.of(DoubleStream.of(values).boxed().toList(), width, unicode);
    }

    /** Text and then a word in its colour, as one line. */
    AttributedString line(String text, AttributedStyle style, Tendency tendency) {
        AttributedStyle colour = style.equals(PLAIN) ? style(tendency) : style;
        return new AttributedStringBuilder()
                .append(text, style)
                .append(cell(tendency.word(), Math.max(0, columns - width(text))), colour)
                .toAttributedString()
                .columnSubSequence(0, columns);
    }
}
