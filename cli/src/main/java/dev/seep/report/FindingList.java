package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Sparkline;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Findings that a name fits, each in a line: outcome, course and name. */
public final class FindingList {
    private static final int LISTED = 40;
    private static final int BARS = 16;

    private final Style style;

    public FindingList(Style style) {
        this.style = style;
    }

    public void write(List<Finding> findings, Appendable out) throws IOException {
        for (Finding finding : findings.subList(0, Math.min(LISTED, findings.size()))) {
            String word = word(finding);
            String bars = Sparkline.of(finding.outline(), BARS, style.unicode());
            out.append(AnsiColour.of(finding).on(String.format(Locale.ROOT, "%-9s", word), style))
                    .append(" ".repeat(BARS - bars.length()))
                    .append(bars)
                    .append("  ")
                    .append(PlainText.of(finding.series(), style.unicode()))
                    .append('\n');
        }
        if (findings.size() > LISTED) {
            out.append("and " + Quantity.count(findings.size() - LISTED) + " more\n");
        }
    }

    private static String word(Finding finding) {
        if (finding.severity() == Severity.IGNORE) {
            return "recorded";
        }
        return finding.outcome() == Outcome.INCONCLUSIVE
                ? UndecidedKinds.label(finding)
                : finding.outcome().word();
    }
}
