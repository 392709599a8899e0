package dev.seep.probe;

import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Probes of a run: one script for all of them, and the parser of its answers. Immutable. */
public final class ProbeSet {
    private static final List<Probe> KNOWN = List.of(
            new MemoryProbe(),
            new FdsProbe(),
            ProcessProbe.PROCESSES,
            ProcessProbe.THREADS,
            ProcessProbe.ZOMBIES,
            new SocketsProbe());

    private final List<Probe> probes;

    private ProbeSet(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /** All probes that a target can be asked from outside of it, too. */
    public static ProbeSet all() {
        return new ProbeSet(KNOWN);
    }

    /** All probes and that of the disk, which takes a shell in the container. */
    public static ProbeSet withDisk() {
        List<Probe> probes = new ArrayList<>(KNOWN);
        probes.add(new DiskProbe());
        return new ProbeSet(probes);
    }

    /** The names of those that can be asked without a shell. */
    public static List<String> visible(List<String> names) {
        return names.stream()
                .filter(name -> KNOWN.stream().anyMatch(probe -> probe.name().equals(name)))
                .toList();
    }

    /**
     * The probes with these names, in an order of their own; all of them if no name is given.
     *
     * @throws IllegalArgumentException if there is no such probe; the message names those there are
     */
    public static ProbeSet named(List<String> names) {
        List<String> known = KNOWN.stream().map(Probe::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown probe '" + name + "': there are " + String.join(", ", known));
            }
        }
        return names.isEmpty()
                ? all()
                : new ProbeSet(KNOWN.stream()
                        .filter(probe -> names.contains(probe.name()))
                        .toList());
    }

    /** No probe at all, where other things are measured. */
    public static ProbeSet none() {
        return new ProbeSet(List.of());
    }

    public List<Probe> probes() {
        return probes;
    }

    /** The metrics of all these probes. */
    public List<Metric> metrics() {
        return probes.stream().flatMap(probe -> probe.metrics().stream()).toList();
    }

    /**
     * The script for a kept session: it answers each {@link PollRequest#line()} on standard input with one block, and
     * ends when standard input closes. It starts nothing in the background.
     */
    public String program() {
        return Script.resident(probes);
    }

    /** The script that answers this one question, and ends. Process IDs may be given to it as arguments. */
    public String once(PollRequest pollRequest) {
        return Script.once(probes, pollRequest);
    }

    /**
     * Reading of the answer. Never throws: an incomplete answer is a gap for everything, a probe that could not read is
     * a gap for its metrics.
     *
     * @param out decoded as ISO 8859-1
     */
    public Reading read(PollRequest pollRequest, String out) {
        Optional<ProbeAnswer> probeAnswer = ProbeAnswer.parse(pollRequest, out);
        if (probeAnswer.isEmpty()) {
            return new Reading(Map.of(), Map.of(Observation.EVERYTHING, GapReason.TRUNCATED));
        }
        ReadingBuilder readingBuilder = new ReadingBuilder();
        List<Probe> asked = new ArrayList<>(probes);
        asked.removeIf(probe -> !pollRequest.probes().contains(probe.name()));
        asked.forEach(probe -> probe.read(probeAnswer.get(), readingBuilder));
        return readingBuilder.reading();
    }
}
