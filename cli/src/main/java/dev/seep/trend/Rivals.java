package dev.seep.trend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The best hypothesis of every trend, as far as it is not hopeless beside the best of all. */
final class Rivals {
    /** In -2 log likelihood: what is this far behind weighs less than one part in four hundred. */
    private static final double HOPELESS = 12;

    private final Map<Shape, Hypothesis> byTrend = new LinkedHashMap<>();
    private @Nullable Hypothesis best;

    boolean wouldTake(Shape trend, double objective) {
        Hypothesis known = byTrend.get(trend);
        boolean hopeless = best != null && objective > best.objective() + HOPELESS;
        return !hopeless && (known == null || objective < known.objective());
    }

    void take(Hypothesis candidate) {
        byTrend.put(Objects.requireNonNull(candidate.trend()), candidate);
        if (best == null || candidate.objective() < best.objective()) {
            best = candidate;
        }
    }

    @Nullable
    Hypothesis best() {
        return best;
    }

    Collection<Hypothesis> all() {
        return byTrend.values();
    }

    /** What it is worth beside the best: exp(-difference / 2). */
    double weight(Hypothesis rival) {
        return Math.exp((Objects.requireNonNull(best).objective() - rival.objective()) / 2);
    }
}
