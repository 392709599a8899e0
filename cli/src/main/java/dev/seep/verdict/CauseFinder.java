package dev.seep.verdict;

import dev.seep.sample.Evidence;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to each leak the growth that its evidence shows. It explains findings, and never makes or changes one. */
final class CauseFinder {
    private final List<Evidence> evidence;
    private final Map<String, List<Target>> targets = new HashMap<>();

    CauseFinder(Run run) {
        evidence = run.evidence();
        if (!evidence.isEmpty()) {
            for (Series series : run.series()) {
                Target target = series.target();
                if (target != null) {
                    targets.computeIfAbsent(Group.nameOf(series), name -> new ArrayList<>())
                            .add(target);
                }
            }
        }
    }

    /** The findings, a list that may be changed. */
    public List<Finding> of(List<Finding> findings) {
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<String> cause = finding.outcome() == Outcome.LEAK ? of(finding) : Optional.empty();
            told.add(cause.map(finding::because).orElse(finding));
        }
        return told;
    }

    /** The most telling one of all replicas. */
    private Optional<String> of(Finding finding) {
        List<Evidence> seen = evidence.stream()
                .filter(one -> targets.getOrDefault(finding.series(), List.of()).stream()
                        .anyMatch(target -> isIn(one, target)))
                .toList();
        return Cause.of(finding.metric().name(), seen);
    }

    /** Resources that the containers of a pod share are seen from each of them. */
    private static boolean isIn(Evidence evidence, Target target) {
        return evidence.target().equals(target.path())
                || (target.kind() == Target.Kind.POD && evidence.target().startsWith(target.path() + "/"));
    }
}
