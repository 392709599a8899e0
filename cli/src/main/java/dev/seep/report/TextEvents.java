package dev.seep.report;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Text;
import dev.seep.verdict.AbnormalEvent;
import dev.seep.verdict.AbnormalEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Abnormal events of a run in a few lines: by reason, the most frequent object and how many others there are. Nothing
 * if there were none.
 */
final class TextEvents {
    private static final int LISTED = 10;
    private static final int LONGEST_MESSAGE = 100;
    private static final int INDENT = 11;

    private final Style style;

    TextEvents(Style style) {
        this.style = style;
    }

    void write(Run run, Appendable out) throws IOException {
        AbnormalEvents events = AbnormalEvents.of(run);
        List<List<AbnormalEvent>> reasons = byReason(events.all());
        for (int i = 0; i < Math.min(LISTED, reasons.size()); i++) {
            String word = i == 0
                    ? AnsiColour.YELLOW.on(String.format(Locale.ROOT, "%-11s", "events"), style)
                    : " ".repeat(INDENT);
            reason(reasons.get(i), word, out);
        }
        if (reasons.size() > LISTED) {
            out.append(" ".repeat(INDENT) + "and " + Quantity.count(reasons.size() - LISTED)
                    + " more reasons in verdict.json\n");
        }
        if (!events.unseen().isEmpty()) {
            String unseen = String.join(", ", events.unseen());
            WordWrap.hanging(
                    AnsiColour.YELLOW.on("unwatched", style) + "  ",
                    INDENT,
                    plain(unseen) + ": not allowed; seep doctor prints the missing rules",
                    style.width(),
                    out);
        }
    }

    private static List<List<AbnormalEvent>> byReason(List<AbnormalEvent> all) {
        Map<String, List<AbnormalEvent>> reasons = new LinkedHashMap<>();
        all.forEach(event -> reasons.computeIfAbsent(event.reason(), first -> new ArrayList<>())
                .add(event));
        return List.copyOf(reasons.values());
    }

    private void reason(List<AbnormalEvent> events, String begin, Appendable out) throws IOException {
        AbnormalEvent first = events.get(0);
        long times = events.stream().mapToLong(AbnormalEvent::count).sum();
        String others = events.size() == 1 ? "" : " and " + Quantity.count(events.size() - 1) + " more";
        String told = plain(first.where()) + others + "  " + plain(first.reason()) + " " + Abnormality.times(times)
                + (first.message().isEmpty() ? "" : ": " + plain(Text.excerpt(first.message(), LONGEST_MESSAGE)));
        WordWrap.hanging(begin, INDENT, told, style.width(), out);
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }
}
