package dev.seep.verdict;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one series, or for the series that the replicas of one workload have in common. Numbers that do not
 * apply are NaN.
 *
 * @param series name of the series; of a workload {@code namespace/workload/container metric}
 * @param inconclusiveReason why it is inconclusive, null if it is not
 * @param severity effect of this finding on the run, by the policy
 * @param slope of the metric, in its own direction
 * @param growth over the whole run, in the metric's unit
 * @param q false discovery rate at which this finding would be called a leak
 * @param detectablePerHour the slope that this series would have shown, had there been one
 * @param reason one sentence for people, the cause included
 * @param cause growth seen in the target, in words; empty without evidence, or if that explains nothing
 * @param known the known leak of the policy that this is, expired or not; null for none
 * @param hoursToTell length of a run that would decide one that is inconclusive, where that is known
 * @param outline the course of the series in at most 60 values, for a small picture
 */
public record Finding(
        String series,
        Subject target,
        Metric metric,
        Outcome outcome,
        @Nullable InconclusiveReason inconclusiveReason,
        Severity severity,
        Pattern pattern,
        Slope slope,
        double growth,
        double q,
        double detectablePerHour,
        LimitForecast forecast,
        Counts counts,
        String reason,
        String cause,
        @Nullable KnownLeak known,
        double hoursToTell,
        List<Double> outline) {
    /** Subject of a finding, as Kubernetes names it; parts that do not apply are null. */
    public record Subject(
            @Nullable String namespace,
            @Nullable String workload,
            @Nullable String pod,
            @Nullable String container) {
        /** Whether this is a counted kind of objects of a cluster. */
        public boolean isScope() {
            return workload != null && workload.startsWith(Target.SCOPE);
        }

        /** Whether this is a process tree of this machine. */
        public boolean isProcess() {
            return Target.LOCAL.equals(namespace) && container == null && workload != null && workload.indexOf('/') < 0;
        }
    }

    /**
     * When the limit is reached.
     *
     * @param limit value that must not be reached, in the metric's unit
     * @param hours until then, from the end of the run
     */
    public record LimitForecast(double limit, double hours) {
        static final LimitForecast NONE = new LimitForecast(Double.NaN, Double.NaN);
    }

    /**
     * The data that the finding rests on.
     *
     * @param lives 0 for a {@linkplain #isFact() fact}, and for a series without samples
     */
    public record Counts(int samples, int gaps, int lives) {}

    public Finding {
        outline = List.copyOf(outline);
    }

    /**
     * Something that happened, or did not: it rests on no series and needs no statistics.
     *
     * @param metric that stands for such facts, for the policy to name
     * @param count how often it was seen
     */
    static Finding fact(
            String series,
            Subject subject,
            Metric metric,
            Outcome outcome,
            Severity severity,
            Pattern pattern,
            int count,
            String reason,
            @Nullable KnownLeak known) {
        return new Finding(
                series,
                subject,
                metric,
                outcome,
                null,
                severity,
                pattern,
                Slope.NONE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                LimitForecast.NONE,
                new Counts(count, 0, 0),
                reason,
                "",
                known,
                Double.NaN,
                List.of());
    }

    /** Its name without the metric: what it is about. */
    public String place() {
        String suffix = " " + metric.name();
        return series.endsWith(suffix) ? series.substring(0, series.length() - suffix.length()) : series;
    }

    /** Whether this is a series that was judged and passed. */
    public boolean hasPassed() {
        return outcome == Outcome.PASS && severity != Severity.IGNORE && !isFact();
    }

    /** Whether this is a fact: a restart, the end of a program, a probe that is silent. */
    public boolean isFact() {
        return counts.lives == 0 && inconclusiveReason == null;
    }

    /** Whether this is a measurement that was asked for and never brought a value. */
    public boolean isMissing() {
        return isFact() && outcome == Outcome.INCONCLUSIVE;
    }

    /** The same series, which leaks for this reason and fails the run. */
    Finding leaking(String why) {
        return with(Outcome.LEAK, null, Severity.FAIL, why, cause, known);
    }

    /** The same with its cause, the growth that was seen. */
    Finding because(String seen) {
        return with(outcome, inconclusiveReason, severity, reason + "; " + seen, seen, known);
    }

    /** The same as a known leak. */
    Finding known(KnownLeak leak, LocalDate today) {
        return with(
                outcome,
                inconclusiveReason,
                KnownLeakWaiver.severity(severity, leak, today),
                reason + "; " + KnownLeakWaiver.words(leak, today),
                cause,
                leak);
    }

    private Finding with(
            Outcome otherOutcome,
            @Nullable InconclusiveReason otherInconclusiveReason,
            Severity otherSeverity,
            String otherReason,
            String otherCause,
            @Nullable KnownLeak otherKnown) {
        return new Finding(
                series,
                target,
                metric,
                otherOutcome,
                otherInconclusiveReason,
                otherSeverity,
                pattern,
                slope,
                growth,
                q,
                detectablePerHour,
                forecast,
                counts,
                otherReason,
                otherCause,
                otherKnown,
                otherOutcome == Outcome.INCONCLUSIVE ? hoursToTell : Double.NaN,
                outline);
    }
}
