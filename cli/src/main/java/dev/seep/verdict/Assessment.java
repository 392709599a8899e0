package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses the trends of one group by its allowance: from both to a finding. The facts come first: a broken ceiling is
 * a leak whatever the trend.
 */
final class Assessment {
    /** Growth over a run beyond this share of the level fails it, however far the limit is. */
    static final double NOT_TINY = 0.01;

    /**
     * Bytes of memory that seep's own shell may come to keep while it polls: it is in the container that it measures,
     * and that of busybox grew by 28 KiB in four minutes of a poll per second.
     */
    static final double OWN_SHELL = 0x1p16;

    private final EvaluatedGroup evaluatedGroup;
    private final Allowance allowance;
    private final Metric metric;
    private final boolean found;
    /** Slots that grow for certain: the one that stands for all, then those that do by themselves, the surest first. */
    private final List<Integer> growing;
    /** Those of them that matter. */
    private final List<Integer> leaking;

    private final List<Integer> inDoubt;
    private final @Nullable InconclusiveReason inconclusiveReason;
    /** The highest value above the ceiling, 0 if none is. */
    private final double brokenCeiling;

    private final Outcome outcome;
    private final boolean certain;
    private final int slot;
    private final Trend trend;
    private final double q;
    private final LocalDate today;
    private final double runHours;
    private final Harm harm;
    private final double needed;
    private final String more;

    /**
     * @param needed evidence that every leak must exceed, in -2 log likelihood
     * @param more text appended to the reason, empty for none
     */
    Assessment(EvaluatedGroup evaluatedGroup, double q, Run run, double needed, String more) {
        this.needed = needed;
        this.more = more;
        this.evaluatedGroup = evaluatedGroup;
        this.allowance = evaluatedGroup.allowance();
        this.metric = evaluatedGroup.group().metric();
        this.q = q;
        this.today = Judge.today(run);
        this.runHours = run.hours();
        this.found = q <= DiscoveryRate.ACCEPTED && evaluatedGroup.evidence() > needed;
        this.growing = growing();
        this.leaking = growing.stream().filter(this::matters).toList();
        this.inDoubt = evaluatedGroup.inDoubt(this::isKnown);
        this.inconclusiveReason = evaluatedGroup.inconclusiveReason(inDoubt);
        this.brokenCeiling = evaluatedGroup.highestAbove(allowance.ceiling());
        this.outcome = outcome();
        this.certain = outcome == Outcome.LEAK || (outcome == Outcome.PASS && !growing.isEmpty());
        this.slot = slotThatDecides();
        this.trend = evaluatedGroup.trends().get(slot);
        this.harm = evaluatedGroup.harm(slot);
    }

    /** Index of the slot that decides. */
    int slot() {
        return slot;
    }

    /** Hours until that slot reaches its limit: as it grows where that is certain, else at the fastest that it may. */
    double hoursToLimit() {
        return certain ? harm.hoursAt(trend.slope().perHour()) : harm.hours();
    }

    /**
     * Hours until a leak reaches its own limit, from the upper end of its slope's interval; NaN where there is none.
     */
    double soonest() {
        return outcome == Outcome.LEAK ? harm.hoursToOwnLimitAt(trend.slope().high()) : Double.NaN;
    }

    /** The same from the lower end, infinite if that is no growth. */
    double latest() {
        return Double.isNaN(soonest()) ? Double.NaN : harm.hoursAt(trend.slope().low());
    }

    /** Growth that would have to be allowed for this to pass. */
    double growthToPass() {
        return certain
                ? leaking.stream()
                        .mapToDouble(
                                one -> evaluatedGroup.trends().get(one).slope().low())
                        .max()
                        .orElse(trend.slope().low())
                : evaluatedGroup.growthInDoubt(inDoubt);
    }

    Finding finding() {
        Reasons reasons = new Reasons(evaluatedGroup, inDoubt, slot, harm, runHours);
        String reason = outcome == Outcome.LEAK && brokenCeiling > 0
                ? reasons.ceiling(brokenCeiling)
                : switch (outcome) {
                    case LEAK -> reasons.leak();
                    case PASS -> passing(reasons);
                    case INCONCLUSIVE -> reasons.inconclusive(Objects.requireNonNull(inconclusiveReason));
                };
        reason += more;
        Severity severity = severity(outcome);
        boolean leak = outcome == Outcome.LEAK;
        Slope slope = metric.bad() == BadDirection.DOWN ? trend.slope().negated() : trend.slope();
        return new Finding(
                evaluatedGroup.group().name(),
                evaluatedGroup.group().subject(),
                metric,
                outcome,
                outcome == Outcome.INCONCLUSIVE ? inconclusiveReason : null,
                severity,
                trend.pattern(),
                slope,
                slope.perHour() * trend.hours(),
                q,
                trend.bounds().detectablePerHour(),
                new Finding.LimitForecast(
                        evaluatedGroup.slots().get(slot).limit().orElse(Double.NaN),
                        leak ? harm.hoursToOwnLimitAt(trend.slope().perHour()) : Double.NaN),
                new Finding.Counts(total(Series::size), total(Series::gaps), total(series -> series.lives()
                        .size())),
                leak ? KnownLeakWaiver.told(allowance, today, reason) : reason,
                "",
                leak ? allowance.known() : null,
                outcome == Outcome.INCONCLUSIVE ? reasons.hoursToTell() : Double.NaN,
                Downsampled.of(evaluatedGroup.slots().get(slot)));
    }

    /** The course of a leak, with the ceiling that it broke. */
    LeakDetail detail() {
        boolean one = slot != evaluatedGroup.typicalSlot()
                || evaluatedGroup.evidenceOfOne() >= evaluatedGroup.evidenceOfAll();
        String broken = brokenCeiling > 0
                ? new Reasons(evaluatedGroup, inDoubt, slot, harm, runHours).ceiling(brokenCeiling)
                : "";
        // What breaks a ceiling may stand still, and then there is no course to tell.
        LeakCourse course =
                leaking.isEmpty() && !broken.isEmpty() ? LeakCourse.NONE : LeakCourse.of(evaluatedGroup, slot, one);
        return new LeakDetail(course, broken, null, false);
    }

    private String passing(Reasons reasons) {
        return growing.isEmpty() ? reasons.pass() : reasons.harmless();
    }

    private int total(ToIntFunction<Series> of) {
        return evaluatedGroup.group().members().stream().mapToInt(of).sum();
    }

    private List<Integer> growing() {
        if (!found) {
            return List.of();
        }
        Trend typical = evaluatedGroup.typical();
        boolean all = typical.decision() == Decision.GROWS
                || (evaluatedGroup.severalReplicas() && typical.slope().perHour() > 0);
        Stream<Integer> alone = IntStream.range(0, evaluatedGroup.slots().size())
                .filter(this::isKnown)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        one -> -evaluatedGroup.trends().get(one).twoLogBayesFactor()));
        return Stream.concat(all ? Stream.of(evaluatedGroup.typicalSlot()) : Stream.empty(), alone)
                .distinct()
                .toList();
    }

    private boolean isKnown(int one) {
        return found && evaluatedGroup.growsAlone(one, needed);
    }

    private Outcome outcome() {
        if (!evaluatedGroup.isJudged()) {
            return Outcome.PASS;
        }
        if (brokenCeiling > 0 || !leaking.isEmpty()) {
            return Outcome.LEAK;
        }
        return inconclusiveReason == null ? Outcome.PASS : Outcome.INCONCLUSIVE;
    }

    private int slotThatDecides() {
        return switch (outcome) {
            case LEAK -> leaking.stream().findFirst().orElse(evaluatedGroup.worst());
            case PASS -> growing.stream().findFirst().orElseGet(() -> evaluatedGroup.mostDoubtful(this::isKnown));
            case INCONCLUSIVE -> inDoubt.stream().findFirst().orElse(evaluatedGroup.worst());
        };
    }

    private boolean matters(int one) {
        Trend grows = evaluatedGroup.trends().get(one);
        Harm ahead = evaluatedGroup.harm(one);
        boolean allowed = allowance.growthPerHour() > 0 && grows.slope().low() <= allowance.growthPerHour();
        boolean near = ahead.hoursAt(grows.slope().perHour()) <= ahead.horizon();
        Target target = evaluatedGroup.group().target();
        boolean shared = metric.unit() == Unit.BYTES
                && metric.name().startsWith("memory.")
                && target != null
                && target.kind() == Target.Kind.CONTAINER;
        double tiny = Math.max(NOT_TINY * grows.level(), shared ? OWN_SHELL : 0);
        return !allowed && (near || grows.rise() >= tiny);
    }

    private Severity severity(Outcome outcome) {
        if (!evaluatedGroup.isJudged()) {
            return Severity.IGNORE;
        }
        return outcome == Outcome.PASS ? allowance.severity() : KnownLeakWaiver.severity(allowance, today);
    }
}
