package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Sparkline;
import dev.seep.sample.Text;
import java.util.stream.DoubleStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/**
 * Draws cells, lines and bars that fit the screen: its size in characters, and whether it shows more than ASCII.
 * Everything that came from outside goes through {@link #harmless}.
 */
record Canvas(int columns, int rows, boolean unicode) {
    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle STRONG = AttributedStyle.BOLD;
    static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    static final AttributedStyle TITLE = AttributedStyle.INVERSE;

    static AttributedStyle style(Tendency tendency) {
        return switch (tendency) {
            case GROWING -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            case OPEN -> PLAIN.foreground(AttributedStyle.YELLOW);
            case FLAT -> PLAIN.foreground(AttributedStyle.GREEN);
            case NOISY, EARLY -> FAINT;
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
