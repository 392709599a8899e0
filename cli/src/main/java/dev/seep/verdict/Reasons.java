package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Answer;
import dev.seep.trend.Trend;
import java.util.Locale;

/** One sentence for people, why a finding is what it is. */
final class Reasons {
    private static final int FEWEST_SAMPLES = 6;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double NEARLY_ALL = 0.9;

    private final Examined examined;
    private final int slot;
    private final Trend trend;
    private final Harm harm;
    private final double q;
    private final Unit unit;

    /** @param slot that this is about */
    Reasons(Examined examined, int slot, Trend trend, Harm harm, double q) {
        this.examined = examined;
        this.slot = slot;
        this.trend = trend;
        this.harm = harm;
        this.q = q;
        this.unit = examined.group().metric().unit();
    }

    String leak() {
        return replicas() + rate() + " and does not flatten" + limit();
    }

    String harmless() {
        double allowed = examined.allowance().growthPerHour();
        if (allowed > 0 && trend.slopeLow() <= allowed) {
            String limit = Double.isNaN(toOwnLimit()) ? "" : "; " + away();
            return rate() + ", the policy allows " + perHour(allowed) + limit;
        }
        String far = Double.isNaN(toOwnLimit()) ? "that is less than 1 % of its level" : away();
        return rate() + ", but " + far;
    }

    private double toOwnLimit() {
        return harm.hoursToOwnLimitAt(trend.slopePerHour());
    }

    private String away() {
        return "the limit of " + Quantity.of(harm.limit(), unit) + " is " + Quantity.ofHours(toOwnLimit()) + " away";
    }

    String pass() {
        if (!examined.isJudged()) {
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
        return switch (trend.answer()) {
            case OPEN, GROWS -> "has risen by " + risen() + " and may go on: at most " + mayDo();
            case NOISY -> "goes nowhere: at most " + mayDo() + " could hide";
            default ->
                course + unseen() + "; more than " + perHour(trend.detectablePerHour()) + " of growth would have shown";
        };
    }

    private String risen() {
        return Quantity.of(Math.abs(trend.rise()), unit);
    }

    /** {@code 60/h, 2 y to the limit of 4 GiB}. */
    private String mayDo() {
        String rate = perHour(harm.perHour());
        return Double.isInfinite(harm.hours())
                ? rate
                : rate + ", " + Quantity.ofHours(harm.hours()) + " to " + harmAt();
    }

    private String harmAt() {
        boolean down = examined.group().metric().bad() == BadDirection.DOWN;
        boolean known = harm.own() || harm.limit() == examined.natural();
        return down
                ? "nothing left"
                : (known ? "the limit of " : "twice its highest, ") + Quantity.of(harm.limit(), unit);
    }

    /** For how much of the time it was seen, where that is not nearly all of it. */
    private String unseen() {
        Series series = examined.slots().get(slot);
        double hours = (series.seconds(series.size() - 1) - series.seconds(0)) / SECONDS_AN_HOUR;
        return trend.hours() < NEARLY_ALL * hours
                ? " in the " + Quantity.ofHours(trend.hours()) + " that were seen of " + Quantity.ofHours(hours)
                : "";
    }

    String ceiling(double value) {
        return "reached " + Quantity.of(value, unit) + ", the policy allows "
                + Quantity.of(examined.allowance().ceiling(), unit);
    }

    String inconclusive(Doubt doubt) {
        return switch (doubt) {
            case TOO_SHORT -> tooShort();
            case BLIND -> "is too noisy: growth of " + mayDo() + ", could hide" + wayOut(harm.hoursToTell());
            case OPEN -> risk() + wayOut(trend.hoursToSettle());
        };
    }

    private String risk() {
        return trend.answer() == Answer.GROWS
                ? rate() + ", but that is weak evidence among so many series (q " + digits(q) + ")"
                : "has risen by " + risen() + ", and whether it flattens is open: at most " + mayDo();
    }

    private String wayOut(double hours) {
        return WayOut.of(hours, harm.hours(), examined.growthInDoubt(), unit);
    }

    private String tooShort() {
        int most = examined.slots().stream().mapToInt(Series::size).max().orElse(0);
        int lives = examined.slots().stream()
                .mapToInt(series -> series.lives().size())
                .sum();
        if (most < FEWEST_SAMPLES) {
            return "has only " + most + (most == 1 ? " sample" : " samples") + occasion()
                    + "; a verdict needs at least " + FEWEST_SAMPLES + ", and " + Judge.FEWEST_TO_PASS
                    + " to mean something";
        }
        return lives > examined.slots().size()
                ? "has " + lives + " lives, each too short to show whether it grows"
                : "leaves too few samples to judge after its warm-up";
    }

    /** Why there are so few, where a poll is not enough for a sample. */
    private String occasion() {
        return examined.group().metric().name().equals("jvm.heap.live")
                ? ", one for each collection of the old generation so far"
                : "";
    }

    private String replicas() {
        int all = examined.trends().size();
        if (all == 1) {
            return "";
        }
        if (examined.evidenceOfOne() < examined.evidenceOfAll()) {
            return "each of " + all + " replicas ";
        }
        Series worst = examined.slots().get(examined.worst());
        String pod = worst.target() == null ? worst.name() : worst.target().name();
        return examined.growing() > 1
                ? examined.growing() + " of " + all + " replicas, most of all " + pod + ", "
                : "one of " + all + " replicas, " + pod + ", ";
    }

    private String rate() {
        boolean down = examined.group().metric().bad() == BadDirection.DOWN;
        return (down ? "falls " : "grows ")
                + Quantity.perHour(trend.slopePerHour(), trend.slopeLow(), trend.slopeHigh(), unit);
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

    private static String digits(double q) {
        return String.format(Locale.ROOT, "%.2f", q);
    }
}
