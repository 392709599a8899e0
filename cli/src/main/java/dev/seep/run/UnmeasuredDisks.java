package dev.seep.run;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sink that counts the containers whose disk could not be measured, by reason. Safe for use by several threads. */
final class UnmeasuredDisks implements ObservationSink {
    private static final String DISK = "disk";
    /** Lasting reasons, of the container; others come and go. */
    private static final Set<GapReason> LASTING =
            EnumSet.of(GapReason.NO_SHELL, GapReason.NO_TOOL, GapReason.DENIED, GapReason.TIMEOUT);

    private final Set<String> measured = new HashSet<>();
    private final Map<String, GapReason> gaps = new HashMap<>();

    @Override
    public synchronized void observe(Observation observation) {
        String target = observation.target().path();
        observation.gaps().forEach((key, reason) -> {
            if ((key.equals(DISK) || key.startsWith(DISK + ".")) && LASTING.contains(reason)) {
                gaps.put(target, reason);
            }
        });
        if (observation.values().keySet().stream().anyMatch(metric -> metric.startsWith(DISK + "."))) {
            measured.add(target);
        }
    }

    @Override
    public void happened(Event event) {}

    /** {@code disk was not measured in 3 containers: no-shell 2, no-tool 1}; empty if it was in all. */
    synchronized Optional<String> words() {
        Map<GapReason, Integer> counts = new EnumMap<>(GapReason.class);
        gaps.forEach((target, reason) -> {
            if (!measured.contains(target)) {
                counts.merge(reason, 1, Integer::sum);
            }
        });
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of("disk was not measured in " + all + (all == 1 ? " container: " : " containers: ")
                        + counts.entrySet().stream()
                                .map(entry -> entry.getKey().word() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
