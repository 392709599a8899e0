package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Series of which there is too little to say anything. They leave a run undecided where nothing at all is known of a
 * container that is still there. A container that is known by other series may have one that comes rarely, and what
 * ends by design, as Jobs do, or has gone before the end, cannot leak any more.
 */
final class TooShort {
    private static final List<String> ENDING = List.of("job/", "cronjob/");

    private final List<Finding> failing;
    private final Set<Finding.Subject> known;
    private final Set<String> gone = new HashSet<>();

    TooShort(Run run, List<Finding> failing) {
        this.failing = failing;
        known = failing.stream()
                .filter(finding -> finding.doubt() != Doubt.TOO_SHORT)
                .map(Finding::target)
                .filter(subject -> subject.workload() != null)
                .collect(Collectors.toSet());
        for (Event event : run.events()) {
            Target target = event.target();
            if (target != null && event.type() == Event.Type.VANISHED) {
                gone.add(target.namespace() + "/" + target.workload());
            } else if (target != null && event.type() == Event.Type.APPEARED) {
                gone.remove(target.namespace() + "/" + target.workload());
            }
        }
    }

    List<Finding> thatMatter() {
        return failing.stream()
                .filter(finding -> finding.doubt() == Doubt.TOO_SHORT)
                .filter(finding -> !known.contains(finding.target()))
                .filter(finding -> !endsByDesign(finding.target()))
                .toList();
    }

    private boolean endsByDesign(Finding.Subject subject) {
        String workload = subject.workload();
        return workload != null
                && (ENDING.stream().anyMatch(workload::startsWith)
                        || gone.contains(subject.namespace() + "/" + workload));
    }
}
