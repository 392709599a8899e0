package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.trend.Trend;
import java.util.List;

/** Writes the reason of a finding: one sentence for people. */
final class Reasons {
    private static final int FEWEST_SAMPLES = 6;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double NEARLY_ALL = 0.9;

    private final EvaluatedGroup evaluatedGroup;
    private final List<Integer> inDoubt;
    private final int slot;
    private final Trend trend;
    private final Harm harm;
    private final Unit unit;
    private final double runHours;

    /**
     * @param inDoubt slots that may do harm
     * @param slot that this is about
     * @param runHours length of the run, of which the slot may have been seen for a part
     */
    Reasons(EvaluatedGroup evaluatedGroup, List<Integer> inDoubt, int slot, Harm harm, double runHours) {
        this.evaluatedGroup = evaluatedGroup;
        this.inDoubt = inDoubt;
        this.slot = slot;
        this.trend = evaluatedGroup.trends().get(slot);
        this.harm = harm;
        this.runHours = runHours;
        this.unit = evaluatedGroup.group().metric().unit();
    }

    String leak() {
        return replicas() + rate() + " and does not flatten" + limit();
    }

    String harmless() {
        double allowed = evaluatedGroup.allowance().growthPerHour();
        if (allowed > 0 && trend.slope().low() <= allowed) {
            String limit = Double.isNaN(toOwnLimit()) ? "" : "; " + away();
            return rate() + ", the policy allows " + perHour(allowed) + limit;
        }
        String far = Double.isNaN(toOwnLimit()) ? little() : away();
        return rate() + ", but " + far;
    }

    private String little() {
        boolean shell = trend.rise() >= Assessment.NOT_TINY * trend.level() && trend.rise() < Assessment.OWN_SHELL;
        return shell ? "that is no more than seep's own shell may keep" : "that is less than 1 % of its level";
    }

    private double toOwnLimit() {
        return harm.hoursToOwnLimitAt(trend.slope().perHour());
    }

    private String away() {
        return "the limit of " + Quantity.of(harm.limit(), unit) + " is " + Quantity.ofHours(toOwnLimit()) + " away";
    }

    String pass() {
        if (!evaluatedGroup.isJudged()) {
            return "is not judged";
        }
        String course =
                switch (trend.pattern()) {
                    case WARM_UP -> "warms up and settles";
                    case STEP -> "steps and stays";
                    case SAWTOOTH -> "goes up and down around one level";
                    case SHRINKING -> "shrinks";
                    default -> "is steady";
                };
        return switch (trend.decision()) {
            case OPEN, GROWS -> "has risen by " + risen() + " and may go on: at most " + ahead("") + waiver();
            case NOISY -> "goes nowhere: growth of at most " + ahead(" could hide") + waiver();
            default ->
                course + unseen() + "; more than " + perHour(trend.bounds().detectablePerHour())
                        + " of growth would have shown";
        };
    }

    private String risen() {
        return Quantity.of(Math.abs(trend.rise()), unit);
    }

    /** {@code 60/h could hide, which would reach the limit of 4 GiB in 2 y}. */
    private String ahead(String could) {
        String rate = perHour(harm.perHour()) + could;
        return Double.isInfinite(harm.hours())
                ? rate
                : rate + ", which would " + reach() + " in " + Quantity.ofHours(harm.hours())
                        + (harm.isPossible() ? ", within" : ", beyond") + " its horizon of "
                        + Quantity.ofHours(harm.horizon());
    }

    /** Why a series that could do harm passes. */
    private String waiver() {
        return harm.isPossible()
                ? "; the policy allows " + perHour(evaluatedGroup.allowance().growthPerHour())
                : "";
    }

    private String reach() {
        if (evaluatedGroup.group().metric().bad() == BadDirection.DOWN) {
            return "leave nothing";
        }
        String limit = Quantity.of(harm.limit(), unit);
        boolean known = harm.own() || harm.limit() == evaluatedGroup.natural();
        return known ? "reach the limit of " + limit : "reach twice its highest (" + limit + ")";
    }

    /** Hours in which it was seen, in words; empty if that is nearly all of the time. */
    private String unseen() {
        Series series = evaluatedGroup.slots().get(slot);
        double hours = (series.seconds(series.size() - 1) - series.seconds(0)) / SECONDS_AN_HOUR;
        return trend.hours() < NEARLY_ALL * hours
                ? " in the " + Quantity.ofHours(trend.hours()) + " that were seen of " + Quantity.ofHours(hours)
                : "";
    }

    String ceiling(double value) {
        return "reached " + Quantity.of(value, unit) + ", the policy allows "
                + Quantity.of(evaluatedGroup.allowance().ceiling(), unit);
    }

    String inconclusive(InconclusiveReason inconclusiveReason) {
        return switch (inconclusiveReason) {
            case TOO_SHORT -> tooShort();
            case BLIND -> doubted("is too noisy: growth of up to " + ahead(" could hide"));
            case OPEN ->
                doubted(
                        trend.decision() == Decision.GROWS
                                ? chance() + ": at most " + ahead("")
                                : "has risen by " + risen() + " and may go on: at most " + ahead(""));
        };
    }

    /** Length of a run that would decide what is in doubt, NaN where that is not known. */
    double hoursToTell() {
        double seen =
                switch (trend.decision()) {
                    case NOISY -> harm.hoursToTell();
                    case OPEN -> trend.hoursToSettle();
                    case GROWS -> Trend.LEAST_LONGER * trend.hours();
                    default -> Double.NaN;
                };
        return runHours + seen - trend.hours();
    }

    /** Of growth that would be called so, were it alone. */
    private String chance() {
        boolean amongReplicas = !evaluatedGroup.growsAlone(slot, Trend.GROWS);
        return "looks like growth, but so weakly that of "
                + (amongReplicas ? evaluatedGroup.trends().size() + " replicas" : "all series of the run")
                + " one may look so by chance";
    }

    private String doubted(String what) {
        return replicasInDoubt()
                + what
                + NextStep.of(
                        hoursToTell(),
                        harm.hours(),
                        evaluatedGroup.growthInDoubt(inDoubt),
                        unit,
                        evaluatedGroup.allowance());
    }

    private String tooShort() {
        int most = evaluatedGroup.slots().stream().mapToInt(Series::size).max().orElse(0);
        int lives = evaluatedGroup.slots().stream()
                .mapToInt(series -> series.lives().size())
                .sum();
        if (most < FEWEST_SAMPLES) {
            return "has only " + most + (most == 1 ? " sample" : " samples") + occasion()
                    + "; a verdict needs at least " + FEWEST_SAMPLES + ", and " + Judge.FEWEST_TO_PASS
                    + " to mean something";
        }
        return lives > evaluatedGroup.slots().size()
                ? "has " + lives + " lives, each too short to show whether it grows"
                : "leaves too few samples to judge after its warm-up";
    }

    /** Why there are so few, where a poll is not enough for a sample. */
    private String occasion() {
        return evaluatedGroup.group().metric().name().equals("jvm.heap.live")
                ? ", one for each collection of the old generation so far"
                : "";
    }

    private String replicas() {
        int all = evaluatedGroup.trends().size();
        if (all == 1) {
            return "";
        }
        long growing = evaluatedGroup.growing();
        if (slot == evaluatedGroup.typicalSlot() && evaluatedGroup.evidenceOfOne() < evaluatedGroup.evidenceOfAll()) {
            return growing == all
                    ? "each of " + all + " replicas "
                    : "the median of " + all + " replicas judged together, " + (growing == 0 ? "none" : growing)
                            + " of which would show it alone, ";
        }
        return growing > 1 ? growing + " of " + all + " replicas, most of all " + pod() + ", " : one();
    }

    /** {@code 2 of 3 replicas are in doubt; web-1, the first that could do harm, }. */
    private String replicasInDoubt() {
        if (!evaluatedGroup.severalReplicas()) {
            return "";
        }
        int doubted = inDoubt.size();
        return doubted > 1
                ? doubted + " of " + evaluatedGroup.trends().size() + " replicas are in doubt; " + pod()
                        + ", the first that could do harm, "
                : one();
    }

    private String one() {
        return "one of " + evaluatedGroup.trends().size() + " replicas, " + pod() + ", ";
    }

    private String pod() {
        Series shown = evaluatedGroup.slots().get(slot);
        return shown.target() == null ? shown.name() : shown.target().name();
    }

    private String rate() {
        boolean down = evaluatedGroup.group().metric().bad() == BadDirection.DOWN;
        return (down ? "falls " : "grows ")
                + Quantity.perHour(
                        trend.slope().perHour(),
                        trend.slope().low(),
                        trend.slope().high(),
                        unit);
    }

    private String limit() {
        return Double.isNaN(toOwnLimit())
                ? ""
                : "; the limit of " + Quantity.of(harm.limit(), unit) + " is reached in "
                        + Quantity.ofHours(toOwnLimit());
    }

    private String perHour(double slope) {
        return Quantity.perHour(slope, unit);
    }
}
