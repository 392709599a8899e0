package dev.seep.verdict;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import dev.seep.verdict.policy.UnusedEventCeilings;
import dev.seep.verdict.policy.UnusedRules;
import java.util.ArrayList;
import java.util.List;

/** Notes that a person should read beside the findings: sentences, of each kind not many. */
final class Notes {
    private static final int OF_A_KIND = 10;

    private final Policy policy;

    Notes(Policy policy) {
        this.policy = policy;
    }

    List<String> of(Run run, List<Finding> findings, List<Leak> leaks) {
        List<String> notes = new ArrayList<>();
        bounded(notes, told(findings), "such things");
        bounded(notes, new UnreadTargets(run).notes(), "containers that could not always be read");
        bounded(notes, new KnownLeaks(policy).gone(run, findings), "known leaks that do not show");
        bounded(notes, new KnownLeaks(policy).unmet(run, leaks), "known leaks that do not show");
        List<String> facts = List.of(Restarts.METRIC.name(), ProgramExits.METRIC.name());
        bounded(notes, new UnusedRules(run.series(), facts).of(policy), "rules that are for no series");
        bounded(notes, UnusedEventCeilings.of(policy, reasons(run)), "ceilings of events that do not happen");
        return notes;
    }

    private static List<String> reasons(Run run) {
        return run.events().stream()
                .flatMap(event -> Abnormality.of(event).stream())
                .map(Abnormality::reason)
                .distinct()
                .toList();
    }

    /** Facts that fail nothing. */
    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.isFact() && finding.outcome() == Outcome.PASS && finding.severity() != Severity.IGNORE)
                .map(finding -> finding.series() + ": " + finding.reason())
                .toList();
    }

    private static void bounded(List<String> notes, List<String> some, String what) {
        notes.addAll(some.subList(0, Math.min(OF_A_KIND, some.size())));
        if (some.size() > OF_A_KIND) {
            notes.add("and " + Quantity.count(some.size() - OF_A_KIND) + " more " + what);
        }
    }
}
