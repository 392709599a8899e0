package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.verdict.policy.Policy;
import java.util.List;

/** Judges all series of a run by a policy. */
public final class Judge {
    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(Run run) {
        return new Verdict(Outcome.INCONCLUSIVE, run, "nothing was judged by " + policy, List.of());
    }
}
