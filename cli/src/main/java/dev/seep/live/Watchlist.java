package dev.seep.live;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Metrics;
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
    /** A series that rises. */
    public record Riser(Target target, Metric metric, double rise, double risePerHour, double score) {}

    private final Metrics metrics;
    private final Map<Target, Map<String, Thinned>> courses = new HashMap<>();
    private final Map<Target, String> lives = new HashMap<>();
    private @Nullable Instant start;

    public Watchlist(Collection<Metric> metrics) {
        this.metrics = new Metrics(metrics.stream()
                .filter(metric -> metric.bad() == BadDirection.UP)
                .toList());
    }

    @Override
    public synchronized void observe(Observation observation) {
        if (start == null) {
            start = observation.time();
        }
        String before = lives.put(observation.target(), observation.life());
        if (before != null && !before.equals(observation.life())) {
            courses.remove(observation.target());
        }
        Map<String, Thinned> ofTarget = courses.computeIfAbsent(observation.target(), target -> new HashMap<>());
        double seconds = (observation.time().toEpochMilli() - start.toEpochMilli()) / 1e3;
        observation.values().forEach((name, value) -> {
            if (metrics.named(name).isPresent()) {
                ofTarget.computeIfAbsent(name, metric -> new Thinned()).add(seconds, value);
            }
        });
    }

    @Override
    public synchronized void happened(Event event) {
        Target target = event.target();
        if (event.type() == Event.Type.VANISHED && target != null) {
            courses.remove(target);
            lives.remove(target);
        }
    }

    /** The series that rise most against their own unrest and level, most first. */
    public synchronized List<Riser> worst(int most) {
        return courses.entrySet().stream()
                .flatMap(target -> target.getValue().entrySet().stream()
                        .map(course -> riser(target.getKey(), course.getKey(), course.getValue())))
                .filter(riser -> riser.score() > 1)
                .sorted(Comparator.comparingDouble(Riser::score)
                        .reversed()
                        .thenComparing(
                                riser -> riser.target().path() + riser.metric().name()))
                .limit(most)
                .toList();
    }

    private Riser riser(Target target, String name, Thinned course) {
        Metric metric = metrics.named(name).orElseThrow();
        double noise = 3 * course.unrest() + 0.02 * course.level() + 1e-9;
        double score = course.size() < 6 ? 0 : course.rise() / noise;
        return new Riser(target, metric, course.rise(), course.risePerHour(), score);
    }
}
