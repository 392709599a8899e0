package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * False alarms, recall and inconclusives on generated series, beside plain rules: {@code [SEED [EACH]]}. Seeds below
 * 1000 are for tuning, those above for judging; the default judges.
 */
public final class VerdictBench {
    static final long JUDGING_SEED = 2026;
    private static final int EACH = 60;

    private VerdictBench() {}

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : JUDGING_SEED;
        int each = args.length > 1 ? Integer.parseInt(args[1]) : EACH;
        System.out.print(table(Generated.all(seed, each)));
    }

    /** By the name of the series, judged as one run. */
    static Map<String, Finding> findings(List<Generated> all) {
        List<Series> series = all.stream().map(Generated::series).toList();
        return new Judge(Policy.DEFAULT)
                .judge(JudgeFile.run(series)).findings().stream()
                        .collect(Collectors.toMap(Finding::series, finding -> finding));
    }

    static String table(List<Generated> all) {
        Map<String, Outcome> outcomes = new HashMap<>();
        findings(all).forEach((name, finding) -> outcomes.put(name, finding.outcome()));
        StringBuilder out = new StringBuilder(
                row("family", "truth", "series", "leak %", "inconclusive %", "line", "Mann-Kendall", "Theil-Sen 10 %")
                        + row("---", "---", "---:", "---:", "---:", "---:", "---:", "---:"));
        for (Family family : Family.values()) {
            out.append(row(family.label(), all, outcomes, one -> one.family() == family));
        }
        out.append(row("all healthy", all, outcomes, one -> !one.family().leaks));
        out.append(row("all leaks", all, outcomes, one -> one.family().leaks));
        return out.toString();
    }

    private static String row(
            String name, List<Generated> all, Map<String, Outcome> outcomes, Predicate<Generated> which) {
        List<Generated> some = all.stream().filter(which).toList();
        return row(
                name,
                some.get(0).family().leaks ? "leak" : "healthy",
                Integer.toString(some.size()),
                percent(some, one -> outcomes.get(one.series().name()) == Outcome.LEAK),
                percent(some, one -> outcomes.get(one.series().name()) == Outcome.INCONCLUSIVE),
                percent(some, one -> PlainRules.line(one.series())),
                percent(some, one -> PlainRules.mannKendall(one.series())),
                percent(some, one -> PlainRules.theilSen(one.series())));
    }

    private static String percent(List<Generated> some, Predicate<Generated> which) {
        return String.format(
                Locale.ROOT, "%.1f", 100.0 * some.stream().filter(which).count() / some.size());
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", cells);
    }
}
