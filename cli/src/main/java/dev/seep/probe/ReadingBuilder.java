package dev.seep.probe;

import dev.seep.sample.GapReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builder of a {@link Reading}. */
public final class ReadingBuilder {
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, GapReason> gaps = new LinkedHashMap<>();

    void value(String metric, double value) {
        values.put(metric, value);
        gaps.remove(metric);
    }

    void gap(String metricOrProbe, GapReason reason) {
        gaps.put(metricOrProbe, reason);
    }

    Reading reading() {
        return new Reading(values, gaps);
    }
}
