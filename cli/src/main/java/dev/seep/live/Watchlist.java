package dev.seep.live;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a rough picture of all series of a run, to show those that look worst while it goes on. It is a look and not
 * a verdict. Safe for use by several threads.
 */
public final class Watchlist implements ObservationSink {
    private record Key(Target target, String metric) {}

    /** A series that rises. */
    public record Riser(Target target, Metric metric, double rise, double risePerHour, double score) {}

    private final Map<String, Metric> metrics = new HashMap<>();
    private final Map<Key, Thinned> courses = new HashMap<>();
    private final Map<Target, String> lives = new HashMap<>();
    private @Nullable Instant start;

    public Watchlist(Collection<Metric> metrics) {
        for (Metric metric : metrics) {
            if (metric.bad() == BadDirection.UP) {
                this.metrics.put(metric.name(), metric);
            }
        }
    }

    @Override
    public synchronized void observe(Observation observation) {
        if (start == null) {
            start = observation.time();
        }
        String before = lives.put(observation.target(), observation.life());
        if (before != null && !before.equals(observation.life())) {
            forget(observation.target());
        }
        double seconds = (observation.time().toEpochMilli() - start.toEpochMilli()) / 1e3;
        observation.values().forEach((name, value) -> {
            if (metrics.containsKey(name)) {
                courses.computeIfAbsent(new Key(observation.target(), name), key -> new Thinned())
                        .add(seconds, value);
            }
        });
    }

    @Override
    public synchronized void happened(Event event) {
        Target target = event.target();
        if (event.type() == Event.Type.VANISHED && target != null) {
            forget(target);
            lives.remove(target);
        }
    }

    private void forget(Target target) {
        courses.keySet().removeIf(key -> key.target().equals(target));
    }

    /** The series that rise most against their own unrest and level, most first. */
    public synchronized List<Riser> worst(int most) {
        return courses.entrySet().stream()
                .map(entry -> riser(entry.getKey(), entry.getValue()))
                .filter(riser -> riser.score() > 1)
                .sorted(Comparator.comparingDouble(Riser::score)
                        .reversed()
                        .thenComparing(
                                riser -> riser.target().path() + riser.metric().name()))
                .limit(most)
                .toList();
    }

    private Riser riser(Key key, Thinned course) {
        Metric metric = metrics.get(key.metric());
        if (metric == null) {
            throw new IllegalStateException("no metric " + key.metric());
        }
        double noise = 3 * course.unrest() + 0.02 * course.level() + 1e-9;
        double score = course.size() < 6 ? 0 : course.rise() / noise;
        return new Riser(key.target(), metric, course.rise(), course.risePerHour(), score);
    }
}
