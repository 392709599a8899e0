package dev.seep.command;

import dev.seep.probe.DiskMeasurement;
import dev.seep.probe.JvmMeasurement;
import dev.seep.probe.Measurement;
import dev.seep.probe.ObjectsMeasurement;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code --probe} means. */
record ProbePlan(ProbeSet probes, Map<String, Duration> thinned, List<Measurement> beside) {
    /** All that are measured where nobody says what. */
    static final String USUAL = "default";

    /** The words that are not names of a user's own. */
    static final List<String> NAMES =
            List.of(USUAL, "memory", "fds", "processes", "threads", "zombies", "sockets", "disk", "objects", "jvm");

    static final List<String> USUAL_KINDS = List.of(
            "jobs",
            "cronjobs",
            "pods",
            "replicasets",
            "configmaps",
            "secrets",
            "events",
            "persistentvolumeclaims",
            "leases",
            "endpointslices");

    /**
     * Probes are those named, or all if only a user's own are named.
     *
     * @throws IllegalArgumentException if that makes no sense; the message says why
     */
    static ProbePlan of(List<ProbeWord> words, UsualTerms usual, Path folder) {
        List<String> names = new ArrayList<>();
        Map<String, Duration> thinned = new LinkedHashMap<>();
        List<Measurement> beside = new ArrayList<>();
        for (ProbeWord word : words) {
            if (word.own()) {
                beside.add(OwnMeasurements.of(word, usual, folder));
                continue;
            }
            switch (word.name()) {
                case DiskMeasurement.NAME -> beside.add(disk(word, usual));
                case JvmMeasurement.NAME -> beside.add(jvm(word, usual));
                case ObjectsMeasurement.NAME -> beside.add(objects(word, usual));
                default -> named(word, names, thinned);
            }
        }
        refuseTwice(beside);
        boolean onlyOwn = words.stream().allMatch(ProbeWord::own);
        return new ProbePlan(probes(names, onlyOwn), thinned, beside);
    }

    private static ProbeSet probes(List<String> names, boolean onlyOwn) {
        if (onlyOwn || names.contains(USUAL)) {
            return ProbeSet.all();
        }
        return names.isEmpty() ? ProbeSet.none() : ProbeSet.named(names);
    }

    private static void named(ProbeWord word, List<String> names, Map<String, Duration> thinned) {
        if (!NAMES.contains(word.name())) {
            throw new IllegalArgumentException("unknown probe '" + word.name() + "': there are "
                    + String.join(", ", NAMES) + ", and NAME=cmd:COMMAND, NAME=script:FILE, NAME=http:PORT/PATH");
        }
        word.allow("every");
        names.add(word.name());
        String every = word.options().get("every");
        if (every != null) {
            thinned.put(word.name(), Durations.parse(every));
        }
    }

    private static Measurement disk(ProbeWord word, UsualTerms usual) {
        word.allow("path", "every", "timeout", "containers");
        List<String> paths =
                word.options().getOrDefault("path", "").lines().distinct().toList();
        return new DiskMeasurement(paths, usual.with(word.options()));
    }

    private static Measurement jvm(ProbeWord word, UsualTerms usual) {
        word.allow("every", "timeout", "containers");
        return new JvmMeasurement(usual.with(word.options()));
    }

    private static Measurement objects(ProbeWord word, UsualTerms usual) {
        word.allow("kinds", "every");
        String kinds = word.options().get("kinds");
        return new ObjectsMeasurement(
                kinds == null
                        ? USUAL_KINDS
                        : List.of(kinds.toLowerCase(Locale.ROOT).split("[,\n]")),
                usual.often(word.options()));
    }

    private static void refuseTwice(List<Measurement> beside) {
        Set<String> names = new HashSet<>();
        for (Measurement measurement : beside) {
            if (!names.add(measurement.name())) {
                throw new IllegalArgumentException("probe '" + measurement.name() + "' is there twice");
            }
        }
    }

    /** The kinds of objects to be counted, none if there is nothing to count. */
    List<String> objectKinds() {
        return beside.stream()
                .filter(ObjectsMeasurement.class::isInstance)
                .flatMap(measurement -> ((ObjectsMeasurement) measurement).kinds().stream())
                .toList();
    }
}
