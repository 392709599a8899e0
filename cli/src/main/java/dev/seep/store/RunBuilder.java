package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Metrics;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a run together from its lines. */
final class RunBuilder {
    private final Map<String, TargetSamples> targets = new LinkedHashMap<>();
    private long polls;
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;

    /** @throws IllegalArgumentException if the line is of no target */
    void add(SampleLine line) {
        polls++;
        first = Math.min(first, line.seconds());
        last = Math.max(last, line.seconds());
        TargetSamples known = targets.get(line.target());
        if (known == null) {
            TargetPath.parse(line.target());
            known = new TargetSamples();
            targets.put(line.target(), known);
        }
        known.add(line);
    }

    Run build(@Nullable RunPlan plan, List<Event> events) {
        Lives lives = new Lives(events);
        List<Metric> mayCome = plan == null ? List.of() : plan.metrics();
        Metrics planned = new Metrics(mayCome);
        Map<String, Metric> metrics = new HashMap<>();
        List<Series> series = new ArrayList<>();
        targets.forEach((path, samples) -> series.addAll(samples.build(
                lives.target(path),
                mayCome,
                name -> metrics.computeIfAbsent(
                        name, unseen -> planned.named(unseen).orElseGet(() -> UnknownMetric.named(unseen))),
                life -> lives.incarnation(path, life))));
        Run run = new Run(
                polls == 0 ? begin(plan) : Timestamps.instant(first),
                polls == 0 ? begin(plan) : Timestamps.instant(last),
                plan == null ? null : plan.every(),
                polls,
                series.stream().mapToLong(Series::size).sum(),
                series.stream().mapToLong(Series::gaps).sum()
                        + targets.values().stream()
                                .mapToLong(TargetSamples::looseGaps)
                                .sum(),
                targets.size(),
                series,
                events);
        return plan == null ? run : run.meantAs(plan.intent());
    }

    private static Instant begin(@Nullable RunPlan plan) {
        return plan == null ? Instant.EPOCH : plan.started();
    }
}
