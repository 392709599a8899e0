package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Sparkline;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdict as a Markdown table for the summary page of a CI job: leaks and open findings, worst first, as many as a
 * person reads; far below GitHub's limit of 1 MiB even with the longest names.
 */
public final class MarkdownReport implements Report {
    private static final int MOST_BYTES = 500_000;
    private static final int MOST_ROWS = 100;
    private static final int NAMED = 20;
    private static final int BARS = 24;

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        out.append("## seep: ").append(verdict.outcome().word()).append("\n\n");
        out.append(escaped(verdict.reason())).append("\n\n");
        TooFewSamples few = new TooFewSamples(verdict);
        List<Finding> told = verdict.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASS && finding.severity() != Severity.IGNORE)
                .filter(finding -> !few.covers(finding))
                .toList();
        if (!told.isEmpty()) {
            table(told, out);
        }
        long passed = verdict.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.PASS && !finding.isFact())
                .count();
        out.append(Quantity.count(passed)).append(" series passed; ");
        out.append(Quantity.count(verdict.run().samples())).append(" samples, ");
        out.append(Quantity.count(verdict.run().gaps())).append(" gaps.\n");
        unmeasured(UnmeasuredTargets.of(verdict.run()), out);
        MarkdownEvents.write(verdict.run(), out);
        notes(few, verdict.notes(), out);
    }

    private static void notes(TooFewSamples few, List<String> notes, Appendable out) throws IOException {
        if (!few.isEmpty() || !notes.isEmpty()) {
            out.append('\n');
        }
        if (!few.isEmpty()) {
            out.append("- ").append(escaped(few.told())).append('\n');
        }
        for (String note : notes) {
            out.append("- ").append(escaped(note)).append('\n');
        }
    }

    private static void unmeasured(List<String> targets, Appendable out) throws IOException {
        if (!targets.isEmpty()) {
            String named =
                    targets.stream().limit(NAMED).map(MarkdownReport::escaped).collect(Collectors.joining(", "));
            String more = targets.size() > NAMED ? " and " + Quantity.count(targets.size() - NAMED) + " more" : "";
            out.append("\n**Not measured**: ").append(named).append(more).append("\n");
        }
    }

    private static void table(List<Finding> findings, Appendable out) throws IOException {
        out.append("| | series | pattern | growth | limit | course | why |\n|---|---|---|---|---|---|---|\n");
        int bytes = 0;
        int rows = 0;
        for (Finding finding : findings.subList(0, Math.min(MOST_ROWS, findings.size()))) {
            String row = row(finding);
            bytes += row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            out.append(row);
            rows++;
        }
        out.append('\n');
        if (rows < findings.size()) {
            out.append("and ").append(Quantity.count(findings.size() - rows)).append(" more in verdict.json\n\n");
        }
    }

    private static String row(Finding finding) {
        return "| "
                + String.join(
                        " | ",
                        word(finding),
                        escaped(finding.series()),
                        FindingText.pattern(finding),
                        FindingText.slope(finding),
                        FindingText.toLimit(finding),
                        Sparkline.of(finding.outline(), BARS, true),
                        escaped(finding.reason()))
                + " |\n";
    }

    private static String word(Finding finding) {
        boolean warning = finding.outcome() == Outcome.LEAK && finding.severity() == Severity.WARN;
        return warning ? "warning" : "**" + finding.outcome().word() + "**";
    }

    static String escaped(String text) {
        return PlainText.of(text, true)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|#~!@])", "\\\\$1");
    }
}
