package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.FittedView;
import dev.seep.trend.Trend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Course of the growth of one finding: when it began, and from how much to how much it went.
 *
 * @param since when it began; the first sample of those that were seen where it grew from the start
 * @param fromStart whether it grew from the start
 * @param first value of its longest life in the beginning, in the metric's unit; NaN where there is no course
 * @param last the same in the end
 * @param replicas how many were judged together, 0 for a fact
 * @param growing how many of them grow
 * @param pod the only one of several replicas that is meant, empty where one stands for all
 * @param seconds times of {@code fitted}, since the epoch
 * @param fitted what growing explains of it, in the bad direction of its metric
 */
public record LeakCourse(
        Instant since,
        boolean fromStart,
        double first,
        double last,
        int replicas,
        int growing,
        String pod,
        List<Double> seconds,
        List<Double> fitted) {
    /** That of a fact. */
    static final LeakCourse NONE =
            new LeakCourse(Instant.EPOCH, false, Double.NaN, Double.NaN, 0, 0, "", List.of(), List.of());

    /** Share of the growth by which it has begun for certain. */
    private static final double BEGUN = 0.05;
    /** Share of the time that counts as the start: fits bend there. */
    private static final double START = 0.2;

    /** Of two normalised courses that are in step: a straight line and one that begins at half time are 0.5 apart. */
    private static final double APART = 0.25;

    private static final int COMPARED = 20;

    public LeakCourse {
        seconds = List.copyOf(seconds);
        fitted = List.copyOf(fitted);
    }

    /** Of a slot of a group that leaks. */
    static LeakCourse of(EvaluatedGroup group, int slot, boolean one) {
        Series series = group.slots().get(slot);
        if (series.size() == 0) {
            return NONE;
        }
        Trend trend = group.trends().get(slot);
        List<Double> seconds = new ArrayList<>();
        List<Double> fitted = new ArrayList<>();
        if (trend.views().isEmpty() || trend.views().get(0).grows().isEmpty()) {
            double sign = series.metric().bad() == BadDirection.DOWN ? -1 : 1;
            for (int i = 0; i < series.size(); i += Math.max(1, series.size() / COMPARED)) {
                seconds.add(series.seconds(i));
                fitted.add(sign * series.value(i));
            }
        } else {
            FittedView view = trend.views().get(0);
            view.hours().forEach(hours -> seconds.add(series.seconds(0) + 3600 * hours));
            fitted.addAll(view.grows());
        }
        double begin = begin(seconds, fitted);
        boolean fromStart = begin <= series.seconds(0);
        int[] life = longestLife(series);
        int few = Math.max(1, (life[1] - life[0]) / Downsampled.MOST);
        return new LeakCourse(
                Instant.ofEpochMilli(Math.round(1000 * Math.max(begin, series.seconds(0)))),
                fromStart,
                mean(series, life[0], life[0] + few),
                mean(series, life[1] - few, life[1]),
                group.slots().size(),
                (int) Math.max(1, group.growing()),
                one && series.target() != null && group.severalReplicas()
                        ? series.target().name()
                        : "",
                seconds,
                fitted);
    }

    /** Whether there is one. */
    public boolean isKnown() {
        return !Double.isNaN(first);
    }

    /**
     * Whether what grows like this can be what makes the other grow: over the time that they share, of which there must
     * be half that of the shorter one, each goes from 0 to 1 and they are never far apart. Everything warms up in the
     * beginning, so the other may be ahead there, and is in step if it is from the half on; but what this brings does
     * not grow before this does.
     */
    boolean brings(LeakCourse other) {
        if (seconds.size() < 2 || other.seconds.size() < 2) {
            return false;
        }
        double from = Math.max(seconds.get(0), other.seconds.get(0));
        double to = Math.min(last(seconds), last(other.seconds));
        if (to - from < Math.min(length(), other.length()) / 2) {
            return false;
        }
        double half = (from + to) / 2;
        boolean growsFirst = share(half, from, to) >= APART;
        return lag(other, from, to) <= APART
                && (lead(other, from, to) <= APART || (growsFirst && lead(other, half, to) <= APART));
    }

    /** How far the other one is behind at most; infinite if one of them does not grow. */
    private double lag(LeakCourse other, double from, double to) {
        double most = 0;
        for (int i = 0; i < COMPARED; i++) {
            double time = from + (to - from) * i / (COMPARED - 1);
            double behind = share(time, from, to) - other.share(time, from, to);
            most = Double.isNaN(behind) ? Double.POSITIVE_INFINITY : Math.max(most, behind);
        }
        return most;
    }

    /** How far the other one is ahead at most. */
    private double lead(LeakCourse other, double from, double to) {
        return other.lag(this, from, to);
    }

    /** Share of the growth between two times that there is at this one, NaN if it comes to no growth. */
    private double share(double time, double from, double to) {
        double growth = at(to) - at(from);
        return growth > 0 ? (at(time) - at(from)) / growth : Double.NaN;
    }

    /** Time of the last fitted value; where there is none, of the beginning. */
    Instant end() {
        return seconds.isEmpty() ? since : Instant.ofEpochMilli(Math.round(1000 * last(seconds)));
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private double length() {
        return last(seconds) - seconds.get(0);
    }

    /** Fitted value at a time, between two of them on the line. */
    private double at(double time) {
        int after = 1;
        while (after < seconds.size() - 1 && seconds.get(after) < time) {
            after++;
        }
        double before = seconds.get(after - 1);
        double share = Math.min(1, Math.max(0, (time - before) / (seconds.get(after) - before)));
        return fitted.get(after - 1) + share * (fitted.get(after) - fitted.get(after - 1));
    }

    /** Seconds at which growth began, minus infinity for the start. */
    private static double begin(List<Double> seconds, List<Double> fitted) {
        int end = seconds.size() - 1;
        double growth = fitted.get(end) - fitted.get(0);
        int i = 0;
        while (i < end && fitted.get(i) - fitted.get(0) <= BEGUN * growth) {
            i++;
        }
        double start = seconds.get(0) + START * (seconds.get(end) - seconds.get(0));
        return growth <= 0 || seconds.get(i) <= start ? Double.NEGATIVE_INFINITY : seconds.get(i);
    }

    /** First sample of the longest life, and the one after its last. */
    private static int[] longestLife(Series series) {
        int[] longest = {0, 0};
        int from = 0;
        for (int i = 1; i <= series.size(); i++) {
            if (i == series.size() || series.life(i) != series.life(from)) {
                boolean longer = longest[1] == 0
                        || series.seconds(i - 1) - series.seconds(from)
                                > series.seconds(longest[1] - 1) - series.seconds(longest[0]);
                longest = longer ? new int[] {from, i} : longest;
                from = i;
            }
        }
        return longest;
    }

    private static double mean(Series series, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += series.value(i);
        }
        return sum / (to - from);
    }
}
