package dev.seep.report;

import dev.seep.sample.Abnormal;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.verdict.AbnormalEvent;
import dev.seep.verdict.AbnormalEvents;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What went wrong beside what was polled, in a few lines: the most frequent first. Nothing where nothing did. */
final class TextEvents {
    private static final int LISTED = 10;
    private static final int LONGEST_MESSAGE = 120;
    private static final String INDENT = " ".repeat(9);

    private final Style style;

    TextEvents(Style style) {
        this.style = style;
    }

    void write(Run run, Appendable out) throws IOException {
        AbnormalEvents events = AbnormalEvents.of(run);
        List<AbnormalEvent> all = events.all();
        for (int i = 0; i < Math.min(LISTED, all.size()); i++) {
            String word = i == 0 ? Ink.YELLOW.on(String.format(Locale.ROOT, "%-7s", "events"), style) + "  " : INDENT;
            event(all.get(i), word, out);
        }
        if (all.size() > LISTED) {
            out.append(INDENT + "and " + Quantity.count(all.size() - LISTED) + " more in verdict.json\n");
        }
        if (!events.unseen().isEmpty()) {
            String unseen = String.join(", ", events.unseen());
            out.append(Ink.YELLOW.on("not watched", style) + "  " + plain(unseen)
                    + ": not allowed; seep doctor prints the missing rules\n");
        }
    }

    private void event(AbnormalEvent event, String begin, Appendable out) throws IOException {
        String told = plain(event.where()) + "  " + plain(event.reason()) + " " + Abnormal.times(event.count())
                + (event.message().isEmpty() ? "" : ": " + plain(shortened(event.message())));
        String indent = begin;
        for (String line : Wrap.lines(told, style.width() - INDENT.length())) {
            out.append(indent + line + "\n");
            indent = INDENT;
        }
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }
}
