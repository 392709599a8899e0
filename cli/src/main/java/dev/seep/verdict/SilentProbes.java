package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Probes that somebody asked for by name and that never brought a value: nothing is known of their metrics. */
final class SilentProbes {
    private final Policy policy;

    SilentProbes(Policy policy) {
        this.policy = policy;
    }

    List<Fact> of(Run run) {
        List<Fact> facts = new ArrayList<>();
        for (String probe : new LinkedHashSet<>(run.runIntent().asked())) {
            boolean spoke = run.series().stream()
                    .anyMatch(series -> series.size() > 0
                            && Observation.covers(probe, series.metric().name()));
            if (!spoke) {
                List<Event> failures = failures(probe, run);
                facts.add(new Fact(finding(probe, failures), failures));
            }
        }
        return facts;
    }

    private static List<Event> failures(String probe, Run run) {
        return run.events().stream()
                .filter(event -> event.type() == Event.Type.POLL_FAILED
                        && event.target() != null
                        && probe.equals(event.detail().get("probe")))
                .toList();
    }

    private Finding finding(String probe, List<Event> failures) {
        Metric metric = Metric.unlimited(probe, Unit.COUNT, BadDirection.NEITHER);
        Severity severity = policy.allowance(null, metric).severity();
        long failed = failures.stream().map(Event::target).distinct().count();
        String complaint = "";
        for (Event event : failures) {
            complaint = event.detail().getOrDefault("message", complaint);
        }
        String where = failed > 1 ? " in any of " + failed + " targets" : "";
        return Finding.fact(
                probe,
                Group.subjectOf(null, true),
                metric,
                Outcome.INCONCLUSIVE,
                severity,
                Pattern.TOO_SHORT,
                0,
                "never brought a value" + where + (complaint.isEmpty() ? "" : ": " + complaint),
                null);
    }
}
