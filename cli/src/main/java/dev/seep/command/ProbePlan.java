package dev.seep.command;

import dev.seep.probe.DiskMeasurement;
import dev.seep.probe.JvmMeasurement;
import dev.seep.probe.Measurement;
import dev.seep.probe.ObjectsMeasurement;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.Durations;
import dev.seep.source.kubernetes.objects.CountingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code --probe} means.
 *
 * @param thinned how often probes are asked that are not asked each time, by name
 * @param beside what is measured beside the probes
 * @param counting how much somebody wants the objects to be counted
 * @param leftOut what of the default is not measured, and why
 */
record ProbePlan(
        ProbeSet probes,
        Map<String, Duration> thinned,
        List<Measurement> beside,
        CountingMode counting,
        List<String> leftOut) {
    /** All that are measured where nobody says what. */
    static final String USUAL = "default";

    /** What can be asked for. */
    static final List<String> NAMES =
            List.of(USUAL, "memory", "fds", "processes", "threads", "zombies", "sockets", "disk", "objects", "jvm");

    /** What every run tells without a probe: metrics of these names say how often. */
    private static final List<String> FACTS = List.of("restarts", "exit", "events");

    /** What a user's own may not be called. */
    static final List<String> TAKEN =
            Stream.of(NAMES, FACTS).flatMap(List::stream).toList();

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

    /** Events are recorded and not judged: the API server ends them by itself. */
    private static final List<String> KINDS_OF_DEFAULT =
            List.of("jobs", "pods", "configmaps", "secrets", "persistentvolumeclaims", "events");

    /**
     * Probes are those named, or those of the default if only a user's own are named.
     *
     * @param companions what the default takes with it
     * @throws IllegalArgumentException if that makes no sense; the message says why
     */
    static ProbePlan of(List<ProbeWord> words, UsualTerms usual, Path folder, Companions companions) {
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
        if (names.contains(USUAL) || words.stream().allMatch(ProbeWord::own)) {
            return byDefault(thinned, beside, usual, companions);
        }
        ProbeSet probes = names.isEmpty() ? ProbeSet.none() : ProbeSet.named(names);
        return new ProbePlan(probes, thinned, beside, counting(beside), List.of());
    }

    /** What somebody asks for by its own name is measured as he says. */
    private static ProbePlan byDefault(
            Map<String, Duration> thinned, List<Measurement> beside, UsualTerms usual, Companions companions) {
        Set<String> asked = beside.stream().map(Measurement::name).collect(Collectors.toSet());
        List<String> leftOut = companions.leftOut().stream()
                .filter(words -> asked.stream().noneMatch(name -> words.startsWith(name + " (")))
                .toList();
        boolean disk = companions.disk() && !asked.contains(DiskMeasurement.NAME);
        if (disk) {
            thinned.put(DiskMeasurement.NAME, usual.rare());
        }
        ProbeSet probes = disk ? ProbeSet.withDisk() : ProbeSet.all();
        if (!companions.objects() || asked.contains(ObjectsMeasurement.NAME)) {
            return new ProbePlan(probes, thinned, beside, counting(beside), leftOut);
        }
        beside.add(new ObjectsMeasurement(KINDS_OF_DEFAULT, usual.with(Map.of())));
        return new ProbePlan(probes, thinned, beside, CountingMode.ALONG, leftOut);
    }

    private static CountingMode counting(List<Measurement> beside) {
        return kinds(beside).equals(USUAL_KINDS) ? CountingMode.USUAL : CountingMode.NAMED;
    }

    private static void named(ProbeWord word, List<String> names, Map<String, Duration> thinned) {
        // a comma before one of these is part of the word, for events are also a kind of objects
        Optional<String> fact =
                Stream.of(word.name().split(",")).filter(FACTS::contains).findFirst();
        if (fact.isPresent()) {
            throw new IllegalArgumentException("there is no probe '" + fact.get() + "', as every run tells of "
                    + String.join(", ", FACTS) + " by itself: leave it out");
        } else if (!NAMES.contains(word.name())) {
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
                        : Stream.of(kinds.toLowerCase(Locale.ROOT).split("[,\n]"))
                                .map(ProbePlan::plural)
                                .distinct()
                                .toList(),
                usual.often(word.options()));
    }

    /** One kind has one name of its metrics, however kubectl lets people call it. */
    private static String plural(String kind) {
        return switch (kind) {
            case "job" -> "jobs";
            case "cronjob", "cj" -> "cronjobs";
            case "pod", "po" -> "pods";
            case "replicaset", "rs" -> "replicasets";
            case "deployment", "deploy" -> "deployments";
            case "configmap", "cm" -> "configmaps";
            case "secret" -> "secrets";
            case "event", "ev" -> "events";
            case "persistentvolumeclaim", "pvc" -> "persistentvolumeclaims";
            case "service", "svc" -> "services";
            case "lease" -> "leases";
            case "endpointslice" -> "endpointslices";
            default -> kind;
        };
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
        return kinds(beside);
    }

    /** Whether objects are counted, and nothing is measured in any container. */
    boolean countsAlone() {
        return probes.probes().isEmpty()
                && !beside.isEmpty()
                && beside.stream().allMatch(ObjectsMeasurement.class::isInstance);
    }

    private static List<String> kinds(List<Measurement> beside) {
        return beside.stream()
                .filter(ObjectsMeasurement.class::isInstance)
                .flatMap(measurement -> ((ObjectsMeasurement) measurement).kinds().stream())
                .toList();
    }
}
