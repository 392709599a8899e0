package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Series with too few samples to judge. They leave a run undecided where nothing at all is known of a container that is
 * still there. A container that is known by other series may have one that comes rarely, and one that ends by design,
 * as Jobs do, or has gone before the end, cannot leak any more.
 */
final class TooShortSeries {
    private static final List<String> ENDING = List.of("job/", "cronjob/");

    private final List<Finding> failing;
    private final Set<String> known;
    /** Targets of each workload that are still there. */
    private final Map<String, Set<Target>> present = new HashMap<>();

    TooShortSeries(Run run, List<Finding> failing) {
        this.failing = failing;
        known = failing.stream()
                .filter(finding -> finding.inconclusiveReason() != InconclusiveReason.TOO_SHORT)
                .map(Finding::target)
                .filter(subject -> subject.workload() != null)
                .map(TooShortSeries::container)
                .collect(Collectors.toSet());
        for (Event event : run.events()) {
            Target target = event.target();
            if (target != null && event.type() == Event.Type.VANISHED) {
                there(target).remove(target);
            } else if (target != null && event.type() == Event.Type.APPEARED) {
                there(target).add(target);
            }
        }
    }

    List<Finding> thatMatter() {
        return failing.stream()
                .filter(finding -> finding.inconclusiveReason() == InconclusiveReason.TOO_SHORT)
                .filter(finding -> !known.contains(container(finding.target())))
                .filter(finding -> !endsByDesign(finding.target()))
                .toList();
    }

    private boolean endsByDesign(Finding.Subject subject) {
        String workload = subject.workload();
        if (workload == null) {
            return false;
        }
        Set<Target> there = present.get(subject.namespace() + "/" + workload);
        return ENDING.stream().anyMatch(workload::startsWith) || (there != null && there.isEmpty());
    }

    private Set<Target> there(Target target) {
        return present.computeIfAbsent(target.namespace() + "/" + target.workload(), first -> new HashSet<>());
    }

    /** Whatever pod it is in: of one that comes and goes some series are of one pod, and others of several. */
    private static String container(Finding.Subject subject) {
        return subject.namespace() + "/" + subject.workload() + "/" + subject.container();
    }
}
