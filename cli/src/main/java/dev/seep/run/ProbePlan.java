package dev.seep.run;

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
 * Plan of probes and measurements, by {@code --probe}.
 *
 * @param thinned interval of probes that are not asked each time, by name
 * @param beside measurements beside the probes
 * @param counting mode, by how much the objects are wanted
 * @param leftOut defaults left out, each with its reason
 */
public record ProbePlan(
        ProbeSet probes,
        Map<String, Duration> thinned,
        List<Measurement> beside,
        CountingMode counting,
        List<String> leftOut) {
    /** Name of the probes by default. */
    public static final String USUAL = "default";

    /** Names that can be asked for. */
    static final List<String> NAMES =
            List.of(USUAL, "memory", "fds", "processes", "threads", "zombies", "sockets", "disk", "objects", "jvm");

    /** Metrics that every run has without a probe, as counts. */
    private static final List<String> FACTS = List.of("restarts", "exit", "events");

    /** Names not free for users' own. */
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
     * @param added by the default
     * @throws IllegalArgumentException if that makes no sense; the message says why
     */
    public static ProbePlan of(List<ProbeSpec> specs, DefaultSchedule schedule, Path folder, DefaultProbes added) {
        List<String> names = new ArrayList<>();
        Map<String, Duration> thinned = new LinkedHashMap<>();
        List<Measurement> beside = new ArrayList<>();
        for (ProbeSpec spec : specs) {
            if (spec.own()) {
                beside.add(UserMeasurements.of(spec, schedule, folder));
                continue;
            }
            switch (spec.name()) {
                case DiskMeasurement.NAME -> beside.add(disk(spec, schedule));
                case JvmMeasurement.NAME -> beside.add(jvm(spec, schedule));
                case ObjectsMeasurement.NAME -> beside.add(objects(spec, schedule));
                default -> named(spec, names, thinned);
            }
        }
        refuseTwice(beside);
        if (names.contains(USUAL) || specs.stream().allMatch(ProbeSpec::own)) {
            return byDefault(thinned, beside, schedule, added);
        }
        ProbeSet probes = names.isEmpty() ? ProbeSet.none() : ProbeSet.named(names);
        return new ProbePlan(probes, thinned, beside, counting(beside), List.of());
    }

    /** A measurement asked for by its own name keeps its options. */
    private static ProbePlan byDefault(
            Map<String, Duration> thinned, List<Measurement> beside, DefaultSchedule schedule, DefaultProbes added) {
        Set<String> asked = beside.stream().map(Measurement::name).collect(Collectors.toSet());
        List<String> leftOut = added.leftOut().stream()
                .filter(words -> asked.stream().noneMatch(name -> words.startsWith(name + " (")))
                .toList();
        boolean disk = added.disk() && !asked.contains(DiskMeasurement.NAME);
        if (disk) {
            thinned.put(DiskMeasurement.NAME, schedule.rare());
        }
        ProbeSet probes = disk ? ProbeSet.withDisk() : ProbeSet.all();
        if (!added.objects() || asked.contains(ObjectsMeasurement.NAME)) {
            return new ProbePlan(probes, thinned, beside, counting(beside), leftOut);
        }
        beside.add(new ObjectsMeasurement(KINDS_OF_DEFAULT, schedule.with(Map.of())));
        return new ProbePlan(probes, thinned, beside, CountingMode.ALONG, leftOut);
    }

    private static CountingMode counting(List<Measurement> beside) {
        return kinds(beside).equals(USUAL_KINDS) ? CountingMode.USUAL : CountingMode.NAMED;
    }

    private static void named(ProbeSpec spec, List<String> names, Map<String, Duration> thinned) {
        // a comma before one of these is part of the spec, for events are also a kind of objects
        Optional<String> fact =
                Stream.of(spec.name().split(",")).filter(FACTS::contains).findFirst();
        if (fact.isPresent()) {
            throw new IllegalArgumentException("there is no probe '" + fact.get() + "', as every run tells of "
                    + String.join(", ", FACTS) + " by itself: leave it out");
        } else if (!NAMES.contains(spec.name())) {
            throw new IllegalArgumentException("unknown probe '" + spec.name() + "': there are "
                    + String.join(", ", NAMES) + ", and NAME=cmd:COMMAND, NAME=script:FILE, NAME=http:PORT/PATH");
        }
        spec.allow("every");
        names.add(spec.name());
        String every = spec.options().get("every");
        if (every != null) {
            thinned.put(spec.name(), Durations.parse(every));
        }
    }

    private static Measurement disk(ProbeSpec spec, DefaultSchedule schedule) {
        spec.allow("path", "every", "timeout", "containers");
        List<String> paths =
                spec.options().getOrDefault("path", "").lines().distinct().toList();
        return new DiskMeasurement(paths, schedule.with(spec.options()));
    }

    private static Measurement jvm(ProbeSpec spec, DefaultSchedule schedule) {
        spec.allow("every", "timeout", "containers");
        return new JvmMeasurement(schedule.with(spec.options()));
    }

    private static Measurement objects(ProbeSpec spec, DefaultSchedule schedule) {
        spec.allow("kinds", "every");
        String kinds = spec.options().get("kinds");
        return new ObjectsMeasurement(
                kinds == null
                        ? USUAL_KINDS
                        : Stream.of(kinds.toLowerCase(Locale.ROOT).split("[,\n]"))
                                .map(ProbePlan::plural)
                                .distinct()
                                .toList(),
                schedule.often(spec.options()));
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
                throw new IllegalArgumentException(
                        "'" + measurement.name() + "' is there twice: write it once, with all "
                                + "its options (disk:path=/data also measures what disk alone does)");
            }
        }
    }

    /** The kinds of objects to be counted, none if there is nothing to count. */
    public List<String> objectKinds() {
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
