package dev.seep.export;

import dev.seep.sample.Target;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Findings of the last judgement for each workload, container and metric still present. */
final class TrendMetrics {
    private static final String STATES = "seep_finding";

    private TrendMetrics() {}

    static void write(ExpositionWriter expositionWriter, List<Finding> findings, List<TargetState> present)
            throws IOException {
        Set<String> there = new HashSet<>();
        for (TargetState targetState : present) {
            Target target = targetState.target();
            there.add(key(target.namespace(), target.workload(), target.container()));
        }
        List<Finding> shown = findings.stream()
                .filter(finding -> finding.severity() != Severity.IGNORE && there.contains(key(finding.target())))
                .toList();
        gauge(
                expositionWriter,
                shown,
                "slope_per_hour",
                "Growth per hour in the unit of the metric.",
                finding -> finding.slope().perHour());
        gauge(
                expositionWriter,
                shown,
                "slope_lower_per_hour",
                "Lower end of the slope, 95 %.",
                finding -> finding.slope().low());
        gauge(
                expositionWriter,
                shown,
                "slope_upper_per_hour",
                "Upper end of the slope, 95 %.",
                finding -> finding.slope().high());
        gauge(
                expositionWriter,
                shown,
                "time_to_limit_seconds",
                "Time until a leak reaches its limit at this slope.",
                finding -> finding.forecast().hours() * 3600);
        expositionWriter.stateSet(STATES, "What the trend means by the policy: pass, leak or inconclusive.");
        for (Finding finding : shown) {
            String labels = labels(finding);
            for (Outcome outcome : Outcome.values()) {
                expositionWriter.sample(
                        STATES, Labels.with(labels, STATES, outcome.word()), finding.outcome() == outcome ? 1 : 0);
            }
        }
    }

    private static void gauge(
            ExpositionWriter expositionWriter,
            List<Finding> shown,
            String name,
            String help,
            ToDoubleFunction<Finding> value)
            throws IOException {
        expositionWriter.gauge("seep_trend_" + name, help);
        for (Finding finding : shown) {
            expositionWriter.sample("seep_trend_" + name, labels(finding), value.applyAsDouble(finding));
        }
    }

    private static String labels(Finding finding) {
        StringBuilder labels = new StringBuilder();
        Finding.Subject subject = finding.target();
        Labels.add(labels, "namespace", Objects.requireNonNullElse(subject.namespace(), ""));
        if (subject.container() != null) {
            Labels.add(labels, "container", subject.container());
        }
        Labels.add(labels, "workload", Objects.requireNonNullElse(subject.workload(), ""));
        Labels.add(labels, "metric", finding.metric().name());
        return labels.toString();
    }

    private static String key(Finding.Subject subject) {
        return key(subject.namespace(), subject.workload(), subject.container());
    }

    private static String key(@Nullable String namespace, @Nullable String workload, @Nullable String container) {
        return namespace + "\n" + workload + "\n" + container;
    }
}
