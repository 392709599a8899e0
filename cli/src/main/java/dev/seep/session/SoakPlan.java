package dev.seep.session;

import dev.seep.probe.Measurement;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plan of a soak session.
 *
 * @param every the interval at which each target is polled
 * @param length of polling, null for without end
 * @param thinned probes that are asked more rarely than {@code every}, by name
 * @param endsWithTargets whether the session is over when its last target has gone
 * @param beside measurements beside the probes
 */
public record SoakPlan(
        Duration every,
        @Nullable Duration length,
        ProbeSet probes,
        Map<String, Duration> thinned,
        SessionMode mode,
        Budget budget,
        boolean endsWithTargets,
        List<Measurement> beside) {
    /** Beyond this interval an idle exec is cut by some clusters (5 minutes), and a kept shell saves little. */
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(2);

    private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(5);
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(30);

    public SoakPlan {
        thinned = Map.copyOf(thinned);
        beside = List.copyOf(beside);
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("interval " + every + " is not positive");
        }
    }

    /** One that measures nothing beside the probes. */
    public SoakPlan(
            Duration every,
            @Nullable Duration length,
            ProbeSet probes,
            Map<String, Duration> thinned,
            SessionMode mode,
            Budget budget,
            boolean endsWithTargets) {
        this(every, length, probes, thinned, mode, budget, endsWithTargets, List.of());
    }

    /** All that may be recorded. */
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(probes.metrics());
        beside.forEach(measurement -> metrics.addAll(measurement.metrics()));
        return metrics;
    }

    /** Those that are taken of this target beside the probes. */
    List<Measurement> beside(Target target) {
        return beside.stream().filter(measurement -> measurement.isFor(target)).toList();
    }

    /** Polls a second of this target. */
    double pollsPerSecond(Target target) {
        double measured = beside(target).stream()
                .mapToDouble(measurement -> 1e3 / measurement.schedule().every().toMillis())
                .sum();
        return (probes.probes().isEmpty() ? 0 : 1e3 / every.toMillis()) + measured;
    }

    /** The time that a poll has, waiting for budgets and for the opening of a session included. */
    public Duration deadline() {
        Duration atLeast = every.compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : every;
        return atLeast.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : atLeast;
    }

    /** Whether shells are kept between polls. */
    public boolean keepsSessions() {
        return switch (mode) {
            case KEEP -> true;
            case ONCE -> false;
            case AUTO -> every.compareTo(LONGEST_KEPT) <= 0;
        };
    }

    /** Every how many polls a probe is asked: 1 unless it is thinned. */
    long stride(String probe) {
        Duration own = thinned.get(probe);
        return own == null ? 1 : Math.max(1, Math.round((double) own.toNanos() / every.toNanos()));
    }
}
