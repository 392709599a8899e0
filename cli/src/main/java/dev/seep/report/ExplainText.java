package dev.seep.report;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Quantity;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.trend.FittedView;
import dev.seep.trend.Trend;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explanation of a finding for a terminal: the picture, both hypotheses, the numbers, the changes that would have
 * turned its outcome.
 */
public final class ExplainText {
    private static final int INDENT = 13;
    private static final int LISTED = 20;

    private final Style style;

    public ExplainText(Style style) {
        this.style = style;
    }

    public void write(Explanation explanation, Appendable out) throws IOException {
        Finding finding = explanation.finding();
        line(out, plain(finding.series()));
        leak(out, explanation.leak(), finding);
        if (explanation.replicas() > 1) {
            String shown = "shown is " + plain(explanation.shown().name()) + ", which decides, of "
                    + Quantity.count(explanation.replicas()) + " replicas";
            for (String row : WordWrap.lines(shown, style.width())) {
                line(out, row);
            }
        }
        if (explanation.shown().size() > 0) {
            TerminalPlot terminalPlot = new TerminalPlot(explanation, style);
            for (String row : terminalPlot.lines()) {
                line(out, row);
            }
            line(out, terminalPlot.legend());
        }
        line(out, "");
        String word = finding.outcome().word();
        part(out, AnsiColour.of(finding).on(word, style), word.length(), plain(finding.reason()));
        lives(out, explanation.shown().lives());
        numbers(out, explanation);
        changes(out, explanation);
    }

    /** The leak that this belongs to, in the words of all reports; of what merely happened the reason says it all. */
    private void leak(Appendable out, @Nullable Leak leak, Finding finding) throws IOException {
        if (leak == null) {
            return;
        }
        if (leak.main().equals(finding)) {
            part(out, "id", leak.id());
        } else {
            part(
                    out,
                    "part of",
                    leak.id() + ", whose main metric is " + leak.main().metric().name());
        }
        if (!leak.isFact()) {
            part(out, "course", LeakWords.course(leak));
        }
        part(out, "evidence", LeakWords.cause(leak));
        part(out, "led to", LeakWords.ends(leak));
        part(
                out,
                "grows too",
                leak.also().stream()
                        .map(other -> other.metric().name() + " " + FindingText.interval(other))
                        .collect(Collectors.joining(", ")));
        part(out, "policy", LeakWords.known(leak));
        line(out, "");
    }

    /** When its lives began, and why those before them ended. */
    private void lives(Appendable out, List<Incarnation> lives) throws IOException {
        String label = "changed";
        for (Incarnation life : lives.subList(Math.min(1, lives.size()), Math.min(LISTED, lives.size()))) {
            String end = life.previousEnd() == null ? "" : ", after " + life.previousEnd();
            part(out, label, life.start().truncatedTo(ChronoUnit.SECONDS) + "  began anew" + end);
            label = "";
        }
        if (lives.size() > LISTED) {
            part(out, "", "and " + Quantity.count(lives.size() - LISTED) + " more lives");
        }
    }

    /**
     * @param leak that the fact belongs to, null for none
     * @param events that it rests on
     */
    public void write(Finding fact, @Nullable Leak leak, List<Event> events, Appendable out) throws IOException {
        line(out, plain(fact.series()));
        leak(out, leak, fact);
        if (leak == null) {
            line(out, "");
        }
        String word = fact.outcome().word();
        part(out, AnsiColour.of(fact).on(word, style), word.length(), plain(fact.reason()));
        String happened = fact.isMissing() ? "what was asked for and did not come" : "what happened";
        part(out, "rests on", happened + ", and on no series");
        String label = "seen";
        for (Event event : events.subList(0, Math.min(LISTED, events.size()))) {
            part(out, label, words(event));
            label = "";
        }
        if (events.size() > LISTED) {
            part(out, "", "and " + Quantity.count(events.size() - LISTED) + " more in events.jsonl");
        }
    }

    /** {@code 2026-11-22T21:03:05Z  shop/web-1/app restarted: exit 7}. */
    private static String words(Event event) {
        String what = Abnormality.of(event).map(Abnormality::words).orElseGet(() -> {
            String why = event.detail().getOrDefault("message", event.detail().getOrDefault("reason", ""));
            String target = event.target() == null ? "" : event.target().path() + " ";
            return target + event.type().word() + (why.isEmpty() ? "" : ": " + why);
        });
        return event.time().truncatedTo(ChronoUnit.SECONDS) + "  " + what;
    }

    private void numbers(Appendable out, Explanation explanation) throws IOException {
        Finding finding = explanation.finding();
        Unit unit = finding.metric().unit();
        part(out, "hypotheses", hypotheses(explanation.trend()));
        part(out, "pattern", finding.pattern().word());
        part(out, "slope", FindingText.slope(finding));
        part(out, "in the end", ifItGrows(finding));
        part(
                out,
                "detectable",
                Double.isNaN(finding.detectablePerHour())
                        ? ""
                        : Quantity.perHour(finding.detectablePerHour(), unit)
                                + " would have been called growth nine times of ten");
        part(out, "limit", limit(explanation));
        part(
                out,
                "seen",
                Quantity.counted(finding.counts().samples(), "sample") + ", "
                        + Quantity.counted(finding.counts().gaps(), "gap") + ", "
                        + Quantity.count(finding.counts().lives())
                        + (finding.counts().lives() == 1 ? " life" : " lives"));
    }

    private static String hypotheses(Trend trend) {
        if (trend.views().isEmpty()) {
            return "";
        }
        FittedView fittedView = trend.views().get(0);
        if (fittedView.grows().isEmpty()) {
            return "nothing that keeps growing fits; it settles (" + shapes(fittedView.settlesShapes()) + ")";
        }
        boolean grows = fittedView.twoLogBayesFactor() > 0;
        double odds = Math.exp(Math.abs(fittedView.twoLogBayesFactor()) / 2);
        String times = odds > 1e6 ? "over a million" : Quantity.digits(odds);
        String calledFrom = Quantity.digits(Math.exp(Trend.GROWS / 2)) + " times on";
        boolean against = fittedView.twoLogBayesFactor() > Trend.GROWS && trend.decision() != Decision.GROWS;
        return "\"keeps growing\" (" + shapes(fittedView.growsShapes()) + ") explains the samples " + times + " times "
                + (grows ? "better" : "worse") + " than \"settles\" (" + shapes(fittedView.settlesShapes())
                + "); it is called growth from " + calledFrom
                + (against ? ", unless other signs speak against it, as here" : "");
    }

    /** Slope of a finding in doubt; its reason has the fastest growth over all observed time. */
    private static String ifItGrows(Finding finding) {
        return finding.inconclusiveReason() == null
                        || Double.isNaN(finding.slope().perHour())
                ? ""
                : FindingText.interval(finding) + ", if it grows";
    }

    private static String shapes(List<String> shapes) {
        return shapes.isEmpty() ? "constant" : String.join(" + ", shapes);
    }

    private static String limit(Explanation explanation) {
        Finding finding = explanation.finding();
        if (Double.isNaN(finding.forecast().limit())) {
            return "";
        }
        String value = Quantity.of(finding.forecast().limit(), finding.metric().unit());
        if (Double.isNaN(finding.forecast().hours())) {
            return value;
        }
        String latest = Double.isFinite(explanation.latest()) ? Quantity.ofHours(explanation.latest()) : "never";
        return value + ", reached in " + Quantity.ofHours(finding.forecast().hours()) + " (95 % "
                + Quantity.ofHours(explanation.soonest()) + " to " + latest + ")";
    }

    private void changes(Appendable out, Explanation explanation) throws IOException {
        String changes = explanation.changes().stream()
                .map(change -> change.what() + " (" + change.outcome().word() + ")")
                .collect(Collectors.joining("; "));
        String nothing = "nothing that was tried: other allowances and horizons, less of the run";
        part(out, "would change", changes.isEmpty() ? nothing : changes);
    }

    private void part(Appendable out, String word, String text) throws IOException {
        part(out, AnsiColour.DIM.on(word, style), word.length(), plain(text));
    }

    private void part(Appendable out, String word, int length, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        String begin = word + " ".repeat(Math.max(1, INDENT - length));
        for (String line : WordWrap.lines(text, Math.max(20, style.width() - INDENT))) {
            line(out, begin + line);
            begin = " ".repeat(INDENT);
        }
    }

    private String plain(String text) {
        return PlainText.of(text, style.unicode());
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text.stripTrailing()).append('\n');
    }
}
