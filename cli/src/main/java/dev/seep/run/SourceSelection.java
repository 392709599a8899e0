package dev.seep.run;

import dev.seep.source.TargetSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Source of targets that a run polls.
 *
 * @param kind as {@code --source} names it
 * @param lookedFor things it finds, for the message that there are none
 * @param endsWithTargets whether the run is over when its last target has gone
 */
public record SourceSelection(TargetSource source, String kind, String lookedFor, boolean endsWithTargets) {
    /** Usual measurements left out, each with its reason; complete once the source is started. */
    public List<String> leftOut(ProbePlan planned) {
        List<String> all = new ArrayList<>(planned.leftOut());
        all.addAll(source.leftOut());
        return all;
    }
}
