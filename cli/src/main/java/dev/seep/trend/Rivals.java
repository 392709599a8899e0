package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The best hypothesis of every trend, as far as it is not hopeless beside the best of all. */
final class Rivals {
    /** In -2 log likelihood: what is this far behind weighs less than one part in four hundred. */
    private static final double HOPELESS = 12;

    private final List<Hypothesis> all = new ArrayList<>();
    private @Nullable Hypothesis best;

    boolean wouldTake(Shape trend, double objective) {
        if (best != null && objective > best.objective() + HOPELESS) {
            return false;
        }
        return all.stream().noneMatch(rival -> rival.trend() == trend && rival.objective() <= objective);
    }

    void take(Hypothesis candidate) {
        all.removeIf(rival -> rival.trend() == candidate.trend());
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
        return all;
    }

    /** What it is worth beside the best: exp(-difference / 2). */
    double weight(Hypothesis rival) {
        return Math.exp((Objects.requireNonNull(best).objective() - rival.objective()) / 2);
    }
}
