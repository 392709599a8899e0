package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.Decision;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of series with its allowance and the trends of its slots, ready to be assessed.
 *
 * @param slots one series per replica; a replaced pod and its successor are one
 * @param trends one per slot
 * @param natural limit where a series has none of its own, NaN for none
 */
record EvaluatedGroup(Group group, Allowance allowance, List<Series> slots, List<Trend> trends, double natural) {
    /** A single replica cannot speak more against the others than this. */
    private static final double MOST_AGAINST = 10;

    /** Metrics that are bad in neither direction are judged only by a rule of their own. */
    boolean isJudged() {
        boolean bad = group.metric().bad() != BadDirection.NEITHER;
        return allowance.severity() != Severity.IGNORE && (bad || allowance.explicit());
    }

    /** Index of the slot that grows most surely. */
    int worst() {
        int worst = 0;
        for (int i = 1; i < trends.size(); i++) {
            if (trends.get(i).twoLogBayesFactor() > trends.get(worst).twoLogBayesFactor()) {
                worst = i;
            }
        }
        return worst;
    }

    Trend worstTrend() {
        return trends.get(worst());
    }

    /** Evidence that all replicas grow: likelihood ratios of independent series multiply. */
    double evidenceOfAll() {
        return trends.stream()
                .mapToDouble(trend -> Math.max(trend.twoLogBayesFactor(), -MOST_AGAINST))
                .sum();
    }

    /** Evidence that one replica grows, less the penalty for having chosen it (Bonferroni). */
    double evidenceOfOne() {
        return worstTrend().twoLogBayesFactor() - 2 * Math.log(trends.size());
    }

    double evidence() {
        return trends.size() == 1 ? worstTrend().twoLogBayesFactor() : Math.max(evidenceOfAll(), evidenceOfOne());
    }

    /** Replicas that grow, each by its own evidence. */
    long growing() {
        return trends.stream()
                .filter(trend -> trend.decision() == Decision.GROWS)
                .count();
    }

    /** Harm that this slot could do at the fastest growth that the data allow. */
    Harm harm(int slot) {
        return Harm.of(slots.get(slot), trends.get(slot), natural, allowance);
    }

    /**
     * Slots that may grow more than is allowed and do harm, the soonest first.
     *
     * @param known slots that grow for certain, which are in no doubt
     */
    List<Integer> inDoubt(IntPredicate known) {
        return mayGrow(known).filter(i -> harm(i).isPossible()).toList();
    }

    /** The slot that would do harm soonest of those that may grow more than is allowed, the worst one if none may. */
    int mostDoubtful(IntPredicate known) {
        return mayGrow(known).findFirst().orElse(worst());
    }

    private Stream<Integer> mayGrow(IntPredicate known) {
        return IntStream.range(0, slots.size())
                .filter(i -> isInDoubt(trends.get(i)) && !known.test(i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> harm(i).hours()));
    }

    /** Why nothing can be said, null if something can. A replica with too few samples is seen in the others. */
    @Nullable
    InconclusiveReason inconclusiveReason(List<Integer> inDoubt) {
        if (trends.stream().allMatch(trend -> trend.decision() == Decision.SHORT)) {
            return InconclusiveReason.TOO_SHORT;
        }
        if (inDoubt.isEmpty()) {
            return null;
        }
        return trends.get(inDoubt.get(0)).decision() == Decision.NOISY
                ? InconclusiveReason.BLIND
                : InconclusiveReason.OPEN;
    }

    /** Growth that would have to be allowed for none of these to be in doubt, 0 if none is. */
    double growthInDoubt(List<Integer> inDoubt) {
        return inDoubt.stream()
                .mapToDouble(slot -> trends.get(slot).bounds().fastestPerHour())
                .max()
                .orElse(0);
    }

    private boolean isInDoubt(Trend trend) {
        return trend.decision() != Decision.SETTLES
                && trend.decision() != Decision.SHORT
                && trend.bounds().fastestPerHour() > allowance.growthPerHour();
    }

    /** The highest value above this one, 0 if none is. */
    double highestAbove(double ceiling) {
        return group.members().stream()
                .flatMapToDouble(Series::values)
                .filter(value -> value > ceiling)
                .reduce(0, Math::max);
    }

    boolean severalReplicas() {
        return trends.size() > 1;
    }

    /** Whether this slot grows for certain by its own evidence, less the penalty for having chosen it. */
    boolean growsAlone(int slot, double needed) {
        Trend trend = trends.get(slot);
        return trend.decision() == Decision.GROWS && trend.twoLogBayesFactor() - 2 * Math.log(trends.size()) > needed;
    }

    /** The trend that stands for the group. */
    Trend typical() {
        return trends.get(typicalSlot());
    }

    /**
     * The slot that stands for the group: of all if all grow the one in the middle by its slope, else the worst one.
     */
    int typicalSlot() {
        if (!severalReplicas() || evidenceOfOne() >= evidenceOfAll()) {
            return worst();
        }
        return IntStream.range(0, trends.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> trends.get(i).slope().perHour()))
                .skip(trends.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
