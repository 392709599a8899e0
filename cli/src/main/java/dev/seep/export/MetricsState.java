package dev.seep.export;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Metrics;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * State that is exported: all present targets, and no other; who vanishes is forgotten at once, and an answer that
 * comes later brings nobody back. Safe for use by several threads.
 */
public final class MetricsState implements ObservationSink {
    private final List<Metric> metrics;
    private final Instant epoch;
    private final int window;
    private final Map<String, TargetState> targets = new ConcurrentHashMap<>();
    private final EventCounts events = new EventCounts();

    /**
     * @param metrics of which families, whose names nobody knows beforehand, are not served
     * @param epoch no observation is before
     * @param window the past that trends are fitted to
     */
    public MetricsState(Collection<Metric> metrics, Instant epoch, Duration window) {
        this.metrics =
                metrics.stream().filter(metric -> !Metrics.isFamily(metric)).toList();
        this.epoch = epoch;
        this.window = (int) Math.min(Integer.MAX_VALUE / 4, window.toMillis() / 100);
    }

    @Override
    public void observe(Observation observation) {
        TargetState targetState = targets.get(observation.target().path());
        if (targetState != null) {
            targetState.observe(observation, tenths(observation), true);
        }
    }

    @Override
    public void happened(Event event) {
        Abnormality.of(event).ifPresent(events::happened);
        Target target = event.target();
        if (target == null) {
            return;
        }
        switch (event.type()) {
            case APPEARED, RESTARTED ->
                targets.compute(
                                target.path(),
                                (path, known) ->
                                        known == null || !known.target().equals(target) ? watched(target) : known)
                        .arrived(event);
            case VANISHED -> targets.remove(target.path());
            default -> {}
        }
    }

    /** Takes in an earlier record; it is not shown unless its target appears again. */
    public void recall(Observation observation) {
        if (!observation.time().isBefore(epoch)) {
            targets.computeIfAbsent(observation.target().path(), path -> watched(observation.target()))
                    .observe(observation, tenths(observation), false);
        }
    }

    /** Forgets who was only recalled and did not appear. */
    public void forgetAbsent() {
        targets.values().removeIf(targetState -> !targetState.isHere());
    }

    private TargetState watched(Target target) {
        return new TargetState(target, metrics, window);
    }

    private int tenths(Observation observation) {
        long millis = observation.time().toEpochMilli() - epoch.toEpochMilli();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, millis / 100));
    }

    List<Metric> metrics() {
        return metrics;
    }

    EventCounts events() {
        return events;
    }

    /** Those that are there. */
    List<TargetState> present() {
        return targets.values().stream().filter(TargetState::isHere).toList();
    }

    /** The recent past of those that are there, as the judging half reads it. */
    Run run(Instant now) {
        List<TargetState> present = present();
        List<Series> series = new ArrayList<>();
        present.forEach(targetState -> series.addAll(targetState.series(epoch)));
        long samples = series.stream().mapToLong(Series::size).sum();
        return new Run(epoch, now, null, samples, samples, 0, present.size(), series, List.of());
    }
}
