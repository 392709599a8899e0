package dev.seep.probe;

import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values and gaps of one answer.
 *
 * @param values by metric name
 * @param gaps by metric or probe name, as in {@link dev.seep.sample.Observation}
 * @param time of the reading, null for now
 */
public record Reading(
        Map<String, Double> values,
        Map<String, GapReason> gaps,
        @Nullable Instant time) {
    public Reading(Map<String, Double> values, Map<String, GapReason> gaps) {
        this(values, gaps, null);
    }

    public Reading {
        values = Map.copyOf(values);
        gaps = Map.copyOf(gaps);
    }

    /** The same, seen at this time. */
    public Reading at(@Nullable Instant when) {
        return new Reading(values, gaps, when);
    }

    /** The share of the probes with these names. */
    public Reading only(Collection<String> probes) {
        Map<String, Double> someValues = new HashMap<>(values);
        someValues.keySet().removeIf(metric -> !isOf(probes, metric));
        Map<String, GapReason> someGaps = new HashMap<>(gaps);
        someGaps.keySet().removeIf(key -> !key.equals(Observation.EVERYTHING) && !isOf(probes, key));
        return new Reading(someValues, someGaps, time);
    }

    private static boolean isOf(Collection<String> probes, String metric) {
        return probes.stream().anyMatch(probe -> Observation.covers(probe, metric));
    }
}
