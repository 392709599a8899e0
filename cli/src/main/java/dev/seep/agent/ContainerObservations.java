package dev.seep.agent;

import dev.seep.probe.Probe;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.ResourceScope;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Observations of the containers of a node that have a name, and of the values that their pods share. */
final class ContainerObservations {
    private static final List<String> OF_PODS = names(ResourceScope.POD);
    private static final List<String> OF_CONTAINERS = names(ResourceScope.CONTAINER);

    private final NodeReader nodeReader;
    private final ContainerNames names;
    private final Clock clock;

    ContainerObservations(NodeReader nodeReader, ContainerNames names, Clock clock) {
        this.nodeReader = nodeReader;
        this.names = names;
        this.clock = clock;
    }

    private static List<String> names(ResourceScope resourceScope) {
        return ProbeSet.all().probes().stream()
                .filter(probe -> probe.scope() == resourceScope)
                .map(Probe::name)
                .toList();
    }

    /** @throws IOException if nothing can be seen at all */
    List<Observation> read() throws IOException {
        Map<String, Target> present = new TreeMap<>(names.now());
        present.keySet().retainAll(nodeReader.containers());
        Set<Target> pods = new HashSet<>();
        List<String> first = new ArrayList<>();
        List<String> others = new ArrayList<>();
        present.forEach((id, target) -> (pods.add(target.pod()) ? first : others).add(id));
        List<ReadingsRequest> readingsRequests = new ArrayList<>();
        if (!first.isEmpty()) {
            readingsRequests.add(new ReadingsRequest(ProbeSet.all(), first));
        }
        if (!others.isEmpty()) {
            readingsRequests.add(new ReadingsRequest(ProbeSet.named(OF_CONTAINERS), others));
        }
        Instant now = clock.instant();
        List<Observation> seen = new ArrayList<>();
        for (ContainerReading containerReading : nodeReader.read(readingsRequests)) {
            Target target = present.get(containerReading.container());
            if (target != null) {
                seen.add(observation(now, target, containerReading, OF_CONTAINERS));
                if (first.contains(containerReading.container())) {
                    seen.add(observation(now, target.pod(), containerReading, OF_PODS));
                }
            }
        }
        return seen;
    }

    private static Observation observation(
            Instant now, Target target, ContainerReading containerReading, List<String> probes) {
        var reading = containerReading.reading().only(probes);
        return new Observation(now, target, containerReading.container(), reading.values(), reading.gaps(), 0);
    }
}
