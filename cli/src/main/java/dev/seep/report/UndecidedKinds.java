package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is open and matters, for people: series of one metric that are so for one reason in one line. */
record UndecidedKinds(List<Kind> kinds) {
    /**
     * One line of it.
     *
     * @param label {@code may leak}, {@code noisy}, {@code too short} or {@code missing}
     * @param words of one series all that is to say, of several their names and the length of a run that would tell
     */
    record Kind(String label, String words) {}

    private static final int NAMED = 3;
    /** Hours of a run that nobody asks for: a year. */
    private static final double LONGEST = 24 * 365.0;

    private static final String MISSING = "missing";

    static UndecidedKinds of(Verdict verdict, TooFewSamples few) {
        Map<String, List<Finding>> kinds = new LinkedHashMap<>();
        for (Finding finding : thatMatter(verdict, few)) {
            String kind = label(finding) + " " + finding.metric().name();
            kinds.computeIfAbsent(kind, first -> new ArrayList<>()).add(finding);
        }
        return new UndecidedKinds(
                kinds.values().stream().map(UndecidedKinds::kind).toList());
    }

    /** The findings that are open and matter, without those that one line tells of. */
    static List<Finding> thatMatter(Verdict verdict, TooFewSamples few) {
        return verdict.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.INCONCLUSIVE
                        && finding.severity() == Severity.FAIL
                        && !few.covers(finding))
                .toList();
    }

    /** Word for people why a finding is inconclusive. */
    static String label(Finding finding) {
        InconclusiveReason reason = finding.inconclusiveReason();
        if (reason == null) {
            return MISSING;
        }
        return switch (reason) {
            case OPEN -> "may leak";
            case BLIND -> "noisy";
            case TOO_SHORT -> "too short";
        };
    }

    private static Kind kind(List<Finding> findings) {
        Finding first = findings.get(0);
        if (findings.size() == 1) {
            return new Kind(label(first), first.series() + " " + first.reason());
        }
        String names = findings.stream().limit(NAMED).map(Finding::place).collect(Collectors.joining(", "));
        String more = findings.size() > NAMED ? " and " + Quantity.count(findings.size() - NAMED) + " more" : "";
        return new Kind(label(first), first.metric().name() + " of " + names + more + tell(findings));
    }

    private static String tell(List<Finding> findings) {
        double hours = findings.stream().mapToDouble(Finding::hoursToTell).reduce(0, Math::max);
        return hours > 0 && hours < LONGEST ? "; a run of " + Quantity.ofHours(hours) + " would tell" : "";
    }
}
