package dev.seep.run;

import dev.seep.source.TargetSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The source that a run polls.
 *
 * @param kind as {@code --source} names it
 * @param lookedFor what it looks for, for the message that it found nothing
 * @param endsWithTargets whether the run is over when its last target has gone
 */
public record ChosenSource(TargetSource source, String kind, String lookedFor, boolean endsWithTargets) {
    /** What of the usual is not measured, and why; known in full once the source is started. */
    public List<String> leftOut(ProbePlan planned) {
        List<String> all = new ArrayList<>(planned.leftOut());
        all.addAll(source.leftOut());
        return all;
    }
}
