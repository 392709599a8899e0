package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Probes that somebody asked for by name and that never brought a value: what they were to watch is not known. */
final class SilentProbes {
    private final Policy policy;

    SilentProbes(Policy policy) {
        this.policy = policy;
    }

    List<Finding> findings(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (String probe : new LinkedHashSet<>(run.intent().asked())) {
            boolean spoke = run.series().stream()
                    .anyMatch(series -> series.size() > 0
                            && Observation.covers(probe, series.metric().name()));
            if (!spoke) {
                findings.add(finding(probe, run));
            }
        }
        return findings;
    }

    private Finding finding(String probe, Run run) {
        Metric metric = Metric.unlimited(probe, Unit.COUNT, BadDirection.NEITHER);
        Severity severity = policy.allowance(null, metric).severity();
        Set<Target> failed = new HashSet<>();
        String complaint = "";
        for (Event event : run.events()) {
            Target target = event.target();
            if (event.type() == Event.Type.POLL_FAILED
                    && target != null
                    && probe.equals(event.detail().get("probe"))) {
                failed.add(target);
                complaint = event.detail().getOrDefault("message", complaint);
            }
        }
        String where = failed.size() > 1 ? " in any of " + failed.size() + " targets" : "";
        return Finding.fact(
                probe,
                Group.subjectOf(null, true),
                metric,
                Outcome.INCONCLUSIVE,
                severity,
                Pattern.TOO_SHORT,
                0,
                "never brought a value" + where + (complaint.isEmpty() ? "" : ": " + complaint));
    }
}
