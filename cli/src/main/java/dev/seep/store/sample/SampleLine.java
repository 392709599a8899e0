package dev.seep.store.sample;

import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.store.line.Timestamps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/**
 * Line of samples as it was read: a poll of a target. Its reader fills the same object again for each line, so that
 * reading makes no object a value; who wants to keep a line takes its {@link #observation}.
 */
public final class SampleLine {
    private String target = "";
    private String life = "";
    private double seconds;
    private double millis;
    private final List<String> metrics = new ArrayList<>();
    private double[] values = new double[32];
    /** Reasons by gap key. */
    private final Map<String, String> gaps = new LinkedHashMap<>();

    void clear() {
        metrics.clear();
        gaps.clear();
    }

    void poll(String ofTarget, String ofLife, double atSeconds, double took) {
        target = ofTarget;
        life = ofLife;
        seconds = atSeconds;
        millis = took;
    }

    void value(String metric, double value) {
        if (metrics.size() == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[metrics.size()] = value;
        metrics.add(metric);
    }

    void gap(String key, String reason) {
        gaps.put(key, reason);
    }

    /** The path of the target. */
    String target() {
        return target;
    }

    String life() {
        return life;
    }

    /** Since the epoch. */
    double seconds() {
        return seconds;
    }

    /** Hands over each metric with its value. */
    void forEach(ObjDoubleConsumer<String> consumer) {
        for (int i = 0; i < metrics.size(); i++) {
            consumer.accept(metrics.get(i), values[i]);
        }
    }

    /** Metrics, probes or {@code *}. */
    Iterable<String> gaps() {
        return gaps.keySet();
    }

    /** @throws IllegalArgumentException if the path is none of a target */
    public Observation observation(LifeHistory lifeHistory) {
        Map<String, Double> byMetric = new HashMap<>();
        forEach(byMetric::put);
        Map<String, GapReason> reasons = new HashMap<>();
        gaps.forEach((key, reason) -> reasons.put(key, GapReason.ofWord(reason)));
        return new Observation(
                Timestamps.instant(seconds), lifeHistory.target(target), life, byMetric, reasons, millis);
    }
}
