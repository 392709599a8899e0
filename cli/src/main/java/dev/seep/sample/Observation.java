package dev.seep.sample;

import java.time.Instant;
import java.util.Map;

/**
 * Values and gaps of one poll of one target.
 *
 * @param life the {@linkplain Incarnation#id() incarnation} that answered
 * @param values by metric name; without those that could not be read
 * @param gaps by key: a metric name, a probe name (all its metrics), or {@link #EVERYTHING}
 * @param millis duration of the poll
 */
public record Observation(
        Instant time,
        Target target,
        String life,
        Map<String, Double> values,
        Map<String, GapReason> gaps,
        double millis) {
    /** The gap key that covers all metrics of a target. */
    public static final String EVERYTHING = "*";

    public Observation {
        values = Map.copyOf(values);
        gaps = Map.copyOf(gaps);
    }

    /** Whether a gap under this key is a gap of this metric. */
    public static boolean covers(String gapKey, String metric) {
        return gapKey.equals(EVERYTHING)
                || metric.equals(gapKey)
                || (metric.startsWith(gapKey) && metric.charAt(gapKey.length()) == '.');
    }
}
