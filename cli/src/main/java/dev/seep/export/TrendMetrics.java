package dev.seep.export;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Findings of the last judgement for each workload, container and metric still present. */
final class TrendMetrics {
    private static final String STATES = "seep_finding";

    private TrendMetrics() {}

    static void write(ExpositionWriter expositionWriter, List<Finding> findings, PresentPlaces presentPlaces)
            throws IOException {
        List<Finding> shown = findings.stream()
                .filter(finding -> finding.severity() != Severity.IGNORE && presentPlaces.have(finding.target()))
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
        return Labels.of(finding.target(), finding.target().container(), finding.metric());
    }
}
