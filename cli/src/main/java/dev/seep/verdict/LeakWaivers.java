package dev.seep.verdict;

import dev.seep.verdict.policy.KnownId;
import dev.seep.verdict.policy.Policy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waives the leaks that the policy names by their id, with all of their findings. */
final class LeakWaivers {
    private final Policy policy;
    private final LocalDate today;

    LeakWaivers(Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    /** The leaks, those that are known only warned of, the most urgent first. */
    List<Leak> of(List<Leak> leaks) {
        return leaks.stream().map(this::waived).sorted(Leak.URGENT_FIRST).toList();
    }

    private Leak waived(Leak leak) {
        return policy.knownIds().stream()
                .filter(known -> leak.isCalled(known.id()))
                .findFirst()
                .map(KnownId::known)
                .map(known -> leak.changed(finding -> finding.known(known, today)))
                .orElse(leak);
    }

    /** The findings as the leaks have them. */
    static List<Finding> applied(List<Leak> leaks, List<Finding> findings) {
        Map<String, Finding> waived = new HashMap<>();
        leaks.forEach(leak -> leak.findings().forEach(finding -> waived.put(finding.series(), finding)));
        return findings.stream()
                .map(finding -> waived.getOrDefault(finding.series(), finding))
                .toList();
    }
}
