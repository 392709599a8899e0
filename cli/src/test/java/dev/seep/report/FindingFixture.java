package dev.seep.report;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Finding.Counts;
import dev.seep.verdict.Finding.LimitForecast;
import dev.seep.verdict.Finding.Subject;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding in the making: a series of a foreign file that passes without a number, but for what is said of it. */
final class FindingFixture {
    private final String series;
    private Subject target = new Subject(null, null, null, null);
    private String metric = "threads";
    private Unit unit = Unit.COUNT;
    private Outcome outcome = Outcome.PASS;
    private @Nullable InconclusiveReason inconclusiveReason;
    private Severity severity = Severity.FAIL;
    private Pattern pattern = Pattern.STEADY;
    private Slope slope = Slope.NONE;
    private double rest = Double.NaN;
    private LimitForecast forecast = new LimitForecast(Double.NaN, Double.NaN);
    private Counts counts = new Counts(12, 0, 1);
    private String reason = "steady";
    private String cause = "";
    private @Nullable KnownLeak known;
    private double hoursToTell = Double.NaN;
    private List<Double> outline = List.of();

    private FindingFixture(String series) {
        this.series = series;
    }

    static FindingFixture of(String series) {
        return new FindingFixture(series);
    }

    FindingFixture in(@Nullable String workload, @Nullable String pod, @Nullable String container) {
        return in("shop", workload, pod, container);
    }

    FindingFixture in(String namespace, @Nullable String workload, @Nullable String pod, @Nullable String container) {
        target = new Subject(namespace, workload, pod, container);
        return this;
    }

    FindingFixture metric(String name, Unit of) {
        metric = name;
        unit = of;
        return this;
    }

    FindingFixture leaks(String why) {
        outcome = Outcome.LEAK;
        pattern = Pattern.GROWTH;
        reason = why;
        return this;
    }

    FindingFixture open(InconclusiveReason why, String words) {
        outcome = Outcome.INCONCLUSIVE;
        inconclusiveReason = why;
        reason = words;
        return this;
    }

    FindingFixture severity(Severity effect) {
        severity = effect;
        return this;
    }

    FindingFixture pattern(Pattern shape) {
        pattern = shape;
        return this;
    }

    FindingFixture slope(double perHour, double low, double high) {
        slope = new Slope(perHour, low, high);
        return this;
    }

    /** Growth, q and the detectable slope alike. */
    FindingFixture otherNumbers(double all) {
        rest = all;
        return this;
    }

    FindingFixture limit(double value, double hours) {
        forecast = new LimitForecast(value, hours);
        return this;
    }

    FindingFixture counts(int samples, int gaps, int lives) {
        counts = new Counts(samples, gaps, lives);
        return this;
    }

    FindingFixture reason(String words) {
        reason = words;
        return this;
    }

    FindingFixture cause(String words) {
        cause = words;
        return this;
    }

    /** A known leak, of which the policy only warns until then. */
    FindingFixture known(String why, String expires) {
        known = new KnownLeak(why, LocalDate.parse(expires));
        severity = Severity.WARN;
        return this;
    }

    FindingFixture hoursToTell(double hours) {
        hoursToTell = hours;
        return this;
    }

    /** Something that happened so often. */
    FindingFixture happened(int times, String words) {
        outcome = Outcome.LEAK;
        counts = new Counts(times, 0, 0);
        reason = words;
        return this;
    }

    /** A measurement that was asked for and never came. */
    FindingFixture missing() {
        outcome = Outcome.INCONCLUSIVE;
        inconclusiveReason = null;
        return this;
    }

    FindingFixture outline(Double... values) {
        outline = List.of(values);
        return this;
    }

    Finding build() {
        return new Finding(
                series,
                target,
                Metric.unlimited(metric, unit, BadDirection.UP),
                outcome,
                inconclusiveReason,
                severity,
                pattern,
                slope,
                rest,
                rest,
                rest,
                forecast,
                counts,
                reason,
                cause,
                known,
                hoursToTell,
                outline);
    }
}
