package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdict of a run: its outcome with the findings that it rests on.
 *
 * @param reason one sentence for people, why this outcome
 * @param horizonHours hours within which growth that the data cannot exclude would matter
 * @param findings worst first
 * @param leaks of those findings that leak, the most urgent first
 * @param notes further sentences for a person, not many, and nothing that a finding which fails says
 */
public record Verdict(
        Outcome outcome,
        Run run,
        String reason,
        double horizonHours,
        List<Finding> findings,
        List<Leak> leaks,
        List<String> notes) {
    public Verdict {
        findings = List.copyOf(findings);
        leaks = List.copyOf(leaks);
        notes = List.copyOf(notes);
    }

    /** The same with notes. */
    Verdict noting(List<String> what) {
        return new Verdict(outcome, run, reason, horizonHours, findings, leaks, what);
    }

    /** The series that findings are about, by {@link Finding#series()}: several where a workload has replicas. */
    public Map<String, List<Series>> members() {
        return Group.of(run.series()).stream().collect(Collectors.toMap(Group::name, Group::members));
    }
}
