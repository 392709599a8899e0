package dev.seep.probe;

import dev.seep.sample.GapReason;
import java.util.Map;

/**
 * What an answer says.
 *
 * @param values by metric name
 * @param gaps by metric or probe name, as in {@link dev.seep.sample.Observation}
 */
public record Reading(Map<String, Double> values, Map<String, GapReason> gaps) {
    public Reading {
        values = Map.copyOf(values);
        gaps = Map.copyOf(gaps);
    }
}
