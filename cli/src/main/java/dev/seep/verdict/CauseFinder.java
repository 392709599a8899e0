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

/** Finds for each leak the growth that its evidence shows. It explains findings, and never makes one. */
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

    /** What was seen of those that leak, by their series. */
    Map<String, SeenGrowth> of(List<Finding> findings) {
        Map<String, SeenGrowth> seen = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.outcome() == Outcome.LEAK) {
                of(finding).ifPresent(growth -> seen.put(finding.series(), growth));
            }
        }
        return seen;
    }

    /** The most telling one of all replicas. */
    private Optional<SeenGrowth> of(Finding finding) {
        List<Evidence> looks = evidence.stream()
                .filter(one -> targets.getOrDefault(finding.series(), List.of()).stream()
                        .anyMatch(target -> isIn(one, target)))
                .toList();
        return Cause.of(finding.metric().name(), looks);
    }

    /** Resources that the containers of a pod share are seen from each of them. */
    private static boolean isIn(Evidence evidence, Target target) {
        return evidence.target().equals(target.path())
                || (target.kind() == Target.Kind.POD && evidence.target().startsWith(target.path() + "/"));
    }
}
