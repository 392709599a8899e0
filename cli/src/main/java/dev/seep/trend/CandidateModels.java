package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fitted hypotheses of one family, the best of every trend and phi, without those hopeless beside the best of all. */
final class CandidateModels {
    /** In -2 log likelihood: a hypothesis this far behind weighs less than one part in four hundred. */
    private static final double HOPELESS = 12;
    /**
     * In -2 log likelihood: penalty of taking part in the mixture. Neighbours on the grid of phi see the same growth,
     * so their sum counts it more than once.
     */
    private static final double MIXTURE = 0.6;

    private final List<Hypothesis> all = new ArrayList<>();
    private @Nullable Hypothesis best;

    boolean wouldTake(double objective) {
        return best == null || objective <= best.objective() + HOPELESS;
    }

    void take(Hypothesis candidate) {
        all.add(candidate);
        if (best == null || candidate.objective() < best.objective()) {
            best = candidate;
        }
    }

    @Nullable
    Hypothesis best() {
        return best;
    }

    List<Hypothesis> all() {
        return all.stream().filter(each -> wouldTake(each.objective())).toList();
    }

    /**
     * Objective of the mixture of all: -2 log of the sum of their likelihoods, each times its penalty. Over the largest
     * likelihood of settling hypotheses such a mixture is an e-value (Wasserman, Ramdas and Balakrishnan, "Universal
     * inference", PNAS 117, 2020).
     */
    double mixture() {
        double sum = all.stream().mapToDouble(this::weight).sum();
        return Objects.requireNonNull(best).objective() - 2 * Math.log(sum) + MIXTURE;
    }

    /** Penalised likelihood relative to the best hypothesis, 0 to 1: exp(-difference / 2). */
    double weight(Hypothesis candidate) {
        return Math.exp((Objects.requireNonNull(best).objective() - candidate.objective()) / 2);
    }
}
