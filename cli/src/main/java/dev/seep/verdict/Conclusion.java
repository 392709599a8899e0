package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.Locale;

/** From the findings to the outcome of the run. */
final class Conclusion {
    private Conclusion() {}

    static Verdict of(Run run, List<Finding> findings) {
        List<Finding> failing = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
        long leaks = count(failing, Outcome.LEAK);
        long open = count(failing, Outcome.INCONCLUSIVE);
        long passed = count(failing, Outcome.PASS);
        long warnings = findings.stream()
                .filter(finding -> finding.severity() == Severity.WARN && finding.outcome() == Outcome.LEAK)
                .count();
        String note = warnings == 0 ? "" : "; " + warnings + " more only warned of";
        if (leaks > 0) {
            return new Verdict(
                    Outcome.LEAK,
                    run,
                    of(leaks, failing.size()) + leak(leaks) + ": " + first(failing) + note,
                    findings);
        }
        if (failing.isEmpty()) {
            return new Verdict(Outcome.INCONCLUSIVE, run, "nothing could be judged" + note, findings);
        }
        if (open > 0) {
            String reason = of(open, failing.size()) + " cannot be decided: " + first(failing) + note;
            return new Verdict(Outcome.INCONCLUSIVE, run, reason, findings);
        }
        return new Verdict(Outcome.PASS, run, "none of " + passed + " series leaks" + note, findings);
    }

    private static long count(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private static String of(long some, int all) {
        return String.format(Locale.ROOT, "%d of %d series", some, all);
    }

    private static String leak(long leaks) {
        return leaks == 1 ? " leaks" : " leak";
    }

    private static String first(List<Finding> findings) {
        return findings.get(0).series() + " " + findings.get(0).reason();
    }
}
