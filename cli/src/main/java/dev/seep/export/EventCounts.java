package dev.seep.export;

import dev.seep.sample.Abnormality;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Abnormal events since this process began, by namespace and reason. Safe for use by several threads. */
final class EventCounts {
    private static final String NAME = "seep_abnormal_events_total";
    /** Words of events come from outside: beyond so many they are counted as others. */
    private static final int MOST = 1000;

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void happened(Abnormality what) {
        String labels = labels(what.namespace(), what.reason());
        boolean known = counts.containsKey(labels) || counts.size() < MOST;
        counts.merge(known ? labels : labels("", "others"), what.count(), Long::sum);
    }

    private static String labels(String namespace, String reason) {
        return Labels.with(Labels.with("", "namespace", namespace), "reason", reason);
    }

    synchronized void write(ExpositionWriter expositionWriter) throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        expositionWriter.counter(
                NAME, "Warning events and abnormal states of pods and nodes since this process began, by reason.");
        for (Map.Entry<String, Long> one : counts.entrySet()) {
            expositionWriter.sample(NAME, one.getKey(), (double) one.getValue());
        }
    }
}
