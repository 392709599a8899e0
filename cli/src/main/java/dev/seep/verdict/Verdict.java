package dev.seep.verdict;

import dev.seep.sample.Run;
import java.util.List;

/**
 * The verdict of a run.
 *
 * @param reason one sentence for people, why this outcome
 * @param findings worst first
 */
public record Verdict(Outcome outcome, Run run, String reason, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }
}
