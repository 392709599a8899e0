package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Sparkline;
import dev.seep.sample.Text;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict as Markdown for the summary page of a CI job: a table of the leaks, most urgent first, and a list of what
 * is open, as much as a person reads; far below GitHub's limit of 1 MiB even with the longest names.
 */
public final class MarkdownReport implements Report {
    private static final int MOST_BYTES = 500_000;
    private static final int MOST_ROWS = 100;
    private static final int MOST_KINDS = 20;
    private static final int BARS = 24;

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        out.append("## seep: ").append(verdict.outcome().word()).append("\n\n");
        out.append(escaped(verdict.reason())).append("\n\n");
        if (!verdict.leaks().isEmpty()) {
            table(verdict.leaks(), out);
        }
        TooFewSamples few = new TooFewSamples(verdict);
        List<String> open = undecided(verdict, few);
        items(open, out);
        if (!open.isEmpty()) {
            out.append('\n');
        }
        long passed = verdict.findings().stream().filter(Finding::hasPassed).count();
        out.append(Quantity.count(passed)).append(" series passed; ");
        out.append(Quantity.counted(verdict.run().targets(), "target")).append(", ");
        out.append(Quantity.counted(verdict.run().samples(), "sample")).append(", ");
        out.append(Quantity.counted(verdict.run().gaps(), "gap")).append(".\n");
        unmeasured(UnmeasuredTargets.byReason(verdict.run()), out);
        MarkdownEvents.write(verdict.run(), out);
        if (!verdict.notes().isEmpty()) {
            out.append('\n');
        }
        items(verdict.notes(), out);
    }

    private static List<String> undecided(Verdict verdict, TooFewSamples few) {
        List<UndecidedKinds.Kind> kinds = UndecidedKinds.of(verdict, few).kinds();
        String more = "and " + Quantity.count(kinds.size() - MOST_KINDS) + " more kinds in verdict.json";
        return Stream.of(
                        kinds.stream().limit(MOST_KINDS).map(kind -> kind.label() + ": " + kind.words()),
                        kinds.size() > MOST_KINDS ? Stream.of(more) : Stream.<String>of(),
                        few.isEmpty() ? Stream.<String>of() : Stream.of("too short: " + few.told()))
                .flatMap(some -> some)
                .toList();
    }

    private static void items(List<String> items, Appendable out) throws IOException {
        for (String item : items) {
            out.append("- ").append(escaped(item)).append('\n');
        }
    }

    private static void unmeasured(List<String> targets, Appendable out) throws IOException {
        if (!targets.isEmpty()) {
            String named = targets.stream().map(MarkdownReport::escaped).collect(Collectors.joining(", "));
            out.append("\n**Not measured**: ").append(named).append("\n");
        }
    }

    private static void table(List<Leak> leaks, Appendable out) throws IOException {
        out.append(
                "| | where | metric | growth | limit | what it is | course | id |\n|---|---|---|---|---|---|---|---|\n");
        int bytes = 0;
        int rows = 0;
        for (Leak leak : leaks.subList(0, Math.min(MOST_ROWS, leaks.size()))) {
            String row = row(leak);
            bytes += row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            out.append(row);
            rows++;
        }
        out.append('\n');
        if (rows < leaks.size()) {
            out.append("and ").append(Quantity.count(leaks.size() - rows)).append(" more in verdict.json\n\n");
        }
    }

    private static String row(Leak leak) {
        String what = Text.joined("; ", LeakWords.nature(leak), LeakWords.known(leak));
        return "| "
                + String.join(
                        " | ",
                        leak.severity() == Severity.WARN ? "warning" : "**leak**",
                        escaped(leak.where()),
                        escaped(leak.main().metric().name()),
                        escaped(LeakWords.growth(leak) + LeakWords.since(leak)),
                        escaped(LeakWords.limit(leak)),
                        escaped(what),
                        Sparkline.of(leak.main().outline(), BARS, true),
                        leak.id())
                + " |\n";
    }

    static String escaped(String text) {
        return PlainText.of(text, true)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|#~!@])", "\\\\$1");
    }
}
