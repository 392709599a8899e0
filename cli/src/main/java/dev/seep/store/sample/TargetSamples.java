package dev.seep.store.sample;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.store.line.Timestamps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Samples of one target as far as read. */
final class TargetSamples {
    private final Map<String, SeriesBuilder> series = new HashMap<>();
    private final Map<String, Integer> gaps = new TreeMap<>();
    /** First time of each life in seconds; a life's index is its place. */
    private final Map<String, Double> lives = new LinkedHashMap<>();

    private final Map<String, Integer> lifeIndex = new HashMap<>();

    void add(SampleLine line) {
        lives.merge(line.life(), line.seconds(), Math::min);
        int life = lifeIndex.computeIfAbsent(line.life(), unseen -> lifeIndex.size());
        line.forEach((metric, value) ->
                series.computeIfAbsent(metric, unseen -> new SeriesBuilder()).add(line.seconds(), value, life));
        line.gaps().forEach(key -> gaps.merge(key, 1, Integer::sum));
    }

    /** Gaps of keys that never had a value, and so belong to no series. */
    long looseGaps() {
        return gaps.entrySet().stream()
                .filter(gap -> series.keySet().stream().noneMatch(metric -> Observation.covers(gap.getKey(), metric)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * The series by metric name. Builds only once.
     *
     * @param planned metrics that may have come: one that {@linkplain #hasNoneYet has none yet} is a series without
     *     samples
     */
    List<Series> build(
            Target target,
            Collection<Metric> planned,
            Function<String, Metric> metrics,
            Function<String, Incarnation> incarnations) {
        List<Incarnation> alive = new ArrayList<>();
        lives.forEach((id, second) -> alive.add(started(incarnations.apply(id), second)));
        planned.stream()
                .filter(this::hasNoneYet)
                .map(Metric::name)
                .toList()
                .forEach(name -> series.put(name, new SeriesBuilder()));
        List<Series> built = new ArrayList<>();
        new TreeMap<>(series).forEach((name, samples) -> {
            Metric metric = metrics.apply(name);
            built.add(samples.build(
                    target.series(name),
                    target,
                    metric,
                    alive,
                    gapsOf(name),
                    metric.limit().value(this::last)));
        });
        return built;
    }

    /** Its limit was read, it was not, and nothing failed: as of a heap that was not collected so far. */
    private boolean hasNoneYet(Metric metric) {
        boolean limited = metric.limit() instanceof Limit.Reported by && series.containsKey(by.metric());
        boolean judged = metric.bad() != BadDirection.NEITHER;
        return limited && judged && !series.containsKey(metric.name()) && gapsOf(metric.name()) == 0;
    }

    private static Incarnation started(Incarnation known, double seen) {
        boolean unknown = known.start().equals(LifeHistory.UNKNOWN);
        return unknown ? new Incarnation(known.id(), Timestamps.instant(seen), known.previousEnd()) : known;
    }

    private int gapsOf(String metric) {
        return gaps.entrySet().stream()
                .filter(gap -> Observation.covers(gap.getKey(), metric))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private double last(String metric) {
        SeriesBuilder samples = series.get(metric);
        return samples == null ? Double.NaN : samples.last();
    }
}
