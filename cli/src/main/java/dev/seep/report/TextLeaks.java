package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Sparkline;
import dev.seep.sample.Text;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;

/**
 * The leaks for a terminal, two or three lines each: where and what, with its course and its id; how much, how fast and
 * until when; what it is and what came of it.
 */
final class TextLeaks {
    private static final int LISTED = 20;
    private static final int BARS = 16;
    private static final int INDENT = 4;

    private final Style style;

    TextLeaks(Style style) {
        this.style = style;
    }

    void write(List<Leak> leaks, Appendable out) throws IOException {
        if (leaks.isEmpty()) {
            return;
        }
        out.append('\n');
        for (Leak leak : leaks.subList(0, Math.min(LISTED, leaks.size()))) {
            write(leak, out);
        }
        if (leaks.size() > LISTED) {
            out.append("and " + Quantity.count(leaks.size() - LISTED) + " more leaks in verdict.json\n");
        }
    }

    private void write(Leak leak, Appendable out) throws IOException {
        title(leak, out);
        part(LeakWords.course(leak), false, out);
        part(Text.joined("; ", LeakWords.nature(leak), LeakWords.known(leak)), true, out);
    }

    /** Where and what at the left; the course and the id at the right, on a line of their own if there is no room. */
    private void title(Leak leak, Appendable out) throws IOException {
        String metric = leak.main().metric().name();
        String what = plain(leak.where().equals(metric) ? metric : leak.where() + "  " + metric);
        String bars = Sparkline.of(leak.main().outline(), BARS, style.unicode());
        String right = (bars + "  " + leak.id()).stripLeading();
        int room = style.width() - what.length() - right.length();
        AnsiColour colour = leak.severity() == Severity.FAIL ? AnsiColour.RED : AnsiColour.YELLOW;
        if (room >= 2) {
            out.append(colour.on(what, style))
                    .append(" ".repeat(room))
                    .append(right)
                    .append('\n');
            return;
        }
        for (String line : WordWrap.lines(what, style.width())) {
            out.append(colour.on(line, style)).append('\n');
        }
        out.append(" ".repeat(Math.max(INDENT, style.width() - right.length())))
                .append(right)
                .append('\n');
    }

    private void part(String text, boolean dim, Appendable out) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        for (String line : WordWrap.lines(plain(text), style.width() - INDENT)) {
            out.append(" ".repeat(INDENT))
                    .append(dim ? AnsiColour.DIM.on(line, style) : line)
                    .append('\n');
        }
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }
}
