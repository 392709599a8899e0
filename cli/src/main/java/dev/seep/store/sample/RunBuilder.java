package dev.seep.store.sample;

import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Metrics;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.store.line.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builder of a run from its lines. */
public final class RunBuilder {
    private final Map<String, TargetSamples> targets = new LinkedHashMap<>();
    private long polls;
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;

    /** @throws IllegalArgumentException if the line is of no target */
    public void add(SampleLine line) {
        polls++;
        first = Math.min(first, line.seconds());
        last = Math.max(last, line.seconds());
        TargetSamples known = targets.get(line.target());
        if (known == null) {
            Target.ofPath(line.target());
            known = new TargetSamples();
            targets.put(line.target(), known);
        }
        known.add(line);
    }

    /**
     * The run. Builds only once.
     *
     * @param planned metrics that may have come
     * @param begin start of a run that has no line
     * @param every the interval that was planned, null if nobody knows
     */
    public Run build(List<Metric> planned, Instant begin, @Nullable Duration every, List<Event> events) {
        LifeHistory lifeHistory = new LifeHistory(events);
        Metrics defined = new Metrics(planned);
        Map<String, Metric> metrics = new HashMap<>();
        List<Series> series = new ArrayList<>();
        targets.forEach((path, samples) -> series.addAll(samples.build(
                lifeHistory.target(path),
                planned,
                name -> metrics.computeIfAbsent(
                        name, unseen -> defined.named(unseen).orElseGet(() -> UnknownMetric.named(unseen))),
                life -> lifeHistory.incarnation(path, life))));
        long loose =
                targets.values().stream().mapToLong(TargetSamples::looseGaps).sum();
        return new Run(
                polls == 0 ? begin : Timestamps.instant(first),
                polls == 0 ? begin : Timestamps.instant(last),
                every,
                polls,
                series.stream().mapToLong(Series::size).sum(),
                series.stream().mapToLong(Series::gaps).sum() + loose,
                targets.size(),
                series,
                events);
    }
}
