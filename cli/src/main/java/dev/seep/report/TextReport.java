package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.verdict.DetectableGrowth;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as text for a tired person: the outcome and what matters most, then the leaks, most urgent first, what is
 * open, what passed and what could not be measured, each in a few lines, and what to do next.
 */
public final class TextReport implements Report {
    private static final int WIDEST = 100;
    private static final int KINDS = 6;
    private static final int LABEL = 11;
    /** Share of its planned length from which a run has come to its end. */
    private static final double NEARLY = 0.9;

    private final Style style;
    private final @Nullable String path;
    private final boolean verbose;

    /**
     * @param path of what was judged, as {@code seep explain} takes it; null if that cannot be told
     * @param verbose whether figures are told that only makers of seep need
     */
    public TextReport(Style style, @Nullable String path, boolean verbose) {
        this.style = new Style(style.colour(), style.unicode(), Math.min(WIDEST, style.width()));
        this.path = path;
        this.verbose = verbose;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        String word = verdict.outcome().word().toUpperCase(Locale.ROOT);
        String headline = AnsiColour.of(verdict.outcome()).on(word, style) + "  ";
        WordWrap.hanging(headline, word.length() + 2, plain(verdict.reason()), style.width(), out);
        new TextLeaks(style).write(verdict.leaks(), out);
        out.append('\n');
        undecided(verdict, out);
        label(AnsiColour.GREEN, "passed", passed(verdict), out);
        unmeasured(verdict.run(), out);
        new TextEvents(style).write(verdict.run(), out);
        for (String note : verdict.notes()) {
            label(AnsiColour.DIM, "note", note, out);
        }
        label(AnsiColour.DIM, "measured", measured(verdict.run()), out);
        next(verdict, out);
    }

    private void undecided(Verdict verdict, Appendable out) throws IOException {
        TooFewSamples few = new TooFewSamples(verdict);
        List<UndecidedKinds.Kind> kinds = UndecidedKinds.of(verdict, few).kinds();
        for (UndecidedKinds.Kind kind : kinds.subList(0, Math.min(KINDS, kinds.size()))) {
            label(AnsiColour.YELLOW, kind.label(), kind.words(), out);
        }
        if (kinds.size() > KINDS) {
            label(
                    AnsiColour.YELLOW,
                    "",
                    "and " + Quantity.count(kinds.size() - KINDS) + " more kinds in verdict.json",
                    out);
        }
        if (!few.isEmpty()) {
            label(AnsiColour.YELLOW, "too short", few.told(), out);
        }
    }

    private static String passed(Verdict verdict) {
        List<Finding> passed =
                verdict.findings().stream().filter(Finding::hasPassed).toList();
        long recorded = verdict.findings().stream()
                .filter(finding -> !finding.isFact())
                .filter(finding -> finding.severity() == Severity.IGNORE
                        || (finding.outcome() == Outcome.INCONCLUSIVE && finding.severity() == Severity.WARN))
                .count();
        // A run that passes has told it in its first line.
        String shown = verdict.outcome() == Outcome.PASS ? "" : DetectableGrowth.of(passed);
        return Quantity.count(passed.size()) + " series" + shown
                + (recorded == 0
                        ? ""
                        : "; " + Quantity.count(recorded) + (recorded == 1 ? " is" : " are")
                                + " recorded and not judged");
    }

    private void unmeasured(Run run, Appendable out) throws IOException {
        List<String> targets = UnmeasuredTargets.byReason(run);
        if (!targets.isEmpty()) {
            label(AnsiColour.YELLOW, "unread", String.join(", ", targets), out);
        }
    }

    private String measured(Run run) {
        String end = EarlyEnd.of(run);
        String time = end.isEmpty() ? Quantity.ofHours(run.hours()) + planned(run) : end;
        return time + ": " + Quantity.counted(run.targets(), "target") + ", "
                + (verbose ? Quantity.counted(run.polls(), "poll") + ", " : "")
                + Quantity.counted(run.samples(), "sample") + ", " + Quantity.counted(run.gaps(), "gap")
                + (path == null ? "" : "; recorded in " + path);
    }

    /** {@code  of 8 h}, where it did not come to that. */
    private static String planned(Run run) {
        Duration length = run.runIntent().length();
        double planned = length == null ? 0 : length.toMillis() / 3.6e6;
        return planned * NEARLY > run.hours() ? " of " + Quantity.ofHours(planned) : "";
    }

    private void next(Verdict verdict, Appendable out) throws IOException {
        String label = "next";
        for (String step : NextCommands.of(verdict, path)) {
            // Not wrapped: who copies a command needs all of it on one line.
            out.append(labelled(AnsiColour.DIM, label)).append(plain(step)).append('\n');
            label = "";
        }
    }

    private void label(AnsiColour colour, String label, String text, Appendable out) throws IOException {
        WordWrap.hanging(labelled(colour, label), LABEL, plain(text), style.width(), out);
    }

    private String labelled(AnsiColour colour, String label) {
        return (label.isEmpty() ? "" : colour.on(label, style)) + " ".repeat(LABEL - label.length());
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }
}
