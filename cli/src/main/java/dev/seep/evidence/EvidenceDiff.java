package dev.seep.evidence;

import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Growth of the resources of a target between two captures in one of its lives. */
public final class EvidenceDiff {
    private static final int MOST = 20;
    /** Kinds that not every capture asks for. */
    private static final Set<Kind> ASKED_APART = Set.of(Kind.CLASSES, Kind.FILES, Kind.DIRECTORIES);

    private EvidenceDiff() {}

    /**
     * The largest rises of each kind, largest first; the largest amounts, if there was no capture before.
     *
     * @param before null if there was none
     */
    public static List<Growth> of(@Nullable EvidenceCapture before, EvidenceCapture after) {
        List<Growth> rising = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            after.holdings().entrySet().stream()
                    .filter(entry -> entry.getValue().kind() == kind)
                    .map(entry -> growth(before, entry))
                    .filter(growth -> growth.rise() > 0)
                    .sorted(Comparator.comparingDouble(Growth::rise)
                            .reversed()
                            .thenComparing(Growth::what)
                            .thenComparing(Growth::who))
                    .limit(MOST)
                    .forEach(rising::add);
        }
        return rising;
    }

    private static Growth growth(@Nullable EvidenceCapture before, Map.Entry<List<Object>, HeldResource> entry) {
        HeldResource now = entry.getValue();
        return new Growth(now.kind(), now.what(), now.who(), before(before, entry.getKey()), now.amount());
    }

    /** Amount before: 0 for a resource that was not there, NaN where the kind was not captured. */
    private static double before(@Nullable EvidenceCapture before, List<Object> key) {
        if (before == null || (ASKED_APART.contains(key.get(0)) && !before.has((Kind) key.get(0)))) {
            return Double.NaN;
        }
        HeldResource was = before.holdings().get(key);
        return was == null ? 0 : was.amount();
    }
}
