package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Known leaks that no longer show in a run, although it measured them: their rules can go. */
final class KnownLeaks {
    private final Policy policy;

    KnownLeaks(Policy policy) {
        this.policy = policy;
    }

    List<String> gone(Run run, List<Finding> findings) {
        List<Rule> known = policy.rules().stream()
                .filter(rule -> rule.allowanceOverride().known() != null)
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        findings.forEach(finding -> outcomes.put(finding.series(), finding.outcome()));
        List<Group> groups = Group.of(run.series());
        List<String> gone = new ArrayList<>();
        for (Rule rule : known) {
            List<String> names = groups.stream()
                    .filter(group -> rule.isAbout(group.target(), group.metric()))
                    .map(Group::name)
                    .toList();
            KnownLeak leak = rule.allowanceOverride().known();
            boolean passed = names.stream().allMatch(name -> outcomes.get(name) == Outcome.PASS);
            if (leak != null && !names.isEmpty() && passed) {
                gone.add(rule.place() + ": the known leak " + leak.reason() + " (" + shown(names)
                        + ") no longer shows: unless it needs a longer run, its rule can go");
            }
        }
        return gone;
    }

    /** Those that are named by an id which no leak of the run has; none for a run without series, which has no leaks. */
    List<String> unmet(Run run, List<Leak> leaks) {
        return policy.knownIds().stream()
                .filter(known -> !run.series().isEmpty() && leaks.stream().noneMatch(leak -> leak.isCalled(known.id())))
                .map(known -> known.place() + ": no leak of this run has the id " + known.id()
                        + ": unless it needs a longer run, its rule can go")
                .toList();
    }

    private static String shown(List<String> names) {
        return names.size() == 1 ? names.get(0) : names.get(0) + " and " + (names.size() - 1) + " more";
    }
}
