package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Sparkline;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as text for a tired person: the outcome and why, then the leaks, worst first, then the undecided series,
 * then all that passed in one line.
 */
public final class TextReport implements Report {
    private static final int LISTED = 20;
    private static final int BARS = 24;

    private final Style style;
    private final @Nullable String folder;

    /** @param folder where the run lies, as it is shown; null if it is nowhere */
    public TextReport(Style style, @Nullable String folder) {
        this.style = style;
        this.folder = folder;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        String word = verdict.outcome().word().toUpperCase(Locale.ROOT);
        String headline = AnsiColour.of(verdict.outcome()).on(word, style) + "  ";
        WordWrap.hanging(headline, word.length() + 2, plain(verdict.reason()), style.width(), out);
        List<Finding> findings = verdict.findings();
        listed(out, findings, "leak", finding -> is(finding, Outcome.LEAK, Severity.FAIL));
        listed(out, findings, "warning", finding -> is(finding, Outcome.LEAK, Severity.WARN));
        TooFewSamples few = new TooFewSamples(verdict);
        listed(
                out,
                findings,
                "missing",
                finding -> is(finding, Outcome.INCONCLUSIVE, Severity.FAIL) && !few.covers(finding));
        new TextNotes(style).write(few, verdict.notes(), out);
        line(out, "");
        passed(out, findings);
        unmeasured(out, verdict.run());
        new TextEvents(style).write(verdict.run(), out);
        line(out, AnsiColour.DIM.on(measured(verdict.run()), style));
        if (folder != null) {
            line(out, AnsiColour.DIM.on("recorded in " + plain(folder), style));
        }
    }

    private void listed(Appendable out, List<Finding> findings, String word, Predicate<Finding> chosen)
            throws IOException {
        List<Finding> matching = findings.stream().filter(chosen).toList();
        if (matching.isEmpty()) {
            return;
        }
        line(out, "");
        for (Finding finding : matching.subList(0, Math.min(LISTED, matching.size()))) {
            finding(out, finding, word);
        }
        if (matching.size() > LISTED) {
            line(out, "  and " + Quantity.count(matching.size() - LISTED) + " more of these in verdict.json");
        }
    }

    private void finding(Appendable out, Finding finding, String word) throws IOException {
        String bars = Sparkline.of(finding.outline(), BARS, style.unicode());
        String begin =
                AnsiColour.of(finding).on(String.format(Locale.ROOT, "%-7s", label(finding, word)), style) + "  ";
        String facts = plain(finding.series()) + "  " + plain(FindingText.numbers(finding)) + "  " + bars;
        WordWrap.hanging(begin, 9, facts.stripTrailing(), style.width(), out);
        for (String part : WordWrap.lines(plain(finding.reason()), style.width() - 9)) {
            line(out, "         " + AnsiColour.DIM.on(part, style));
        }
    }

    /** @param otherwise label of a finding that is not in doubt */
    private static String label(Finding finding, String otherwise) {
        if (finding.inconclusiveReason() == null) {
            return otherwise;
        }
        return finding.inconclusiveReason() == InconclusiveReason.TOO_SHORT
                ? "short"
                : finding.inconclusiveReason().word();
    }

    private void passed(Appendable out, List<Finding> findings) throws IOException {
        Map<String, Long> patterns = findings.stream()
                .filter(finding ->
                        finding.outcome() == Outcome.PASS && finding.severity() != Severity.IGNORE && !finding.isFact())
                .collect(Collectors.groupingBy(
                        finding -> finding.pattern().word(), TreeMap::new, Collectors.counting()));
        long count = patterns.values().stream().mapToLong(n -> n).sum();
        String shapes = patterns.entrySet().stream()
                .map(pattern -> Quantity.count(pattern.getValue()) + " " + pattern.getKey())
                .collect(Collectors.joining(", "));
        String ignored = ignored(findings);
        line(
                out,
                AnsiColour.GREEN.on("passed", style) + "   " + series(count) + (count == 0 ? "" : ": " + shapes)
                        + ignored);
    }

    private void unmeasured(Appendable out, Run run) throws IOException {
        List<String> targets = UnmeasuredTargets.of(run);
        if (!targets.isEmpty()) {
            String shown = targets.stream().limit(LISTED).map(this::plain).collect(Collectors.joining(", "));
            String more = targets.size() > LISTED ? " and " + Quantity.count(targets.size() - LISTED) + " more" : "";
            line(out, AnsiColour.YELLOW.on("not measured", style) + "  " + shown + more);
        }
    }

    private static String ignored(List<Finding> findings) {
        long count = findings.stream()
                .filter(finding -> !finding.isFact())
                .filter(finding ->
                        finding.severity() == Severity.IGNORE || is(finding, Outcome.INCONCLUSIVE, Severity.WARN))
                .count();
        return count == 0 ? "" : "; " + series(count) + " not judged";
    }

    private static String measured(Run run) {
        return "measured " + Quantity.ofHours(run.hours()) + ": " + Quantity.counted(run.targets(), "target") + ", "
                + Quantity.counted(run.polls(), "poll") + ", " + Quantity.counted(run.samples(), "sample") + ", "
                + Quantity.counted(run.gaps(), "gap");
    }

    private static String series(long count) {
        return Quantity.count(count) + " series";
    }

    private static boolean is(Finding finding, Outcome outcome, Severity severity) {
        return finding.outcome() == outcome && finding.severity() == severity;
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text).append('\n');
    }
}
