package dev.seep.agent;

import dev.seep.probe.Probe;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Scope;
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

/** The containers of a node that have a name, and what their pods share, as observations. */
final class NamedContainers {
    private static final List<String> OF_PODS = names(Scope.POD);
    private static final List<String> OF_CONTAINERS = names(Scope.CONTAINER);

    private final Node node;
    private final ContainerNames names;
    private final Clock clock;

    NamedContainers(Node node, ContainerNames names, Clock clock) {
        this.node = node;
        this.names = names;
        this.clock = clock;
    }

    private static List<String> names(Scope scope) {
        return ProbeSet.all().probes().stream()
                .filter(probe -> probe.scope() == scope)
                .map(Probe::name)
                .toList();
    }

    /** @throws IOException if nothing can be seen at all */
    List<Observation> look() throws IOException {
        Map<String, Target> present = new TreeMap<>(names.now());
        present.keySet().retainAll(node.containers());
        Set<Target> pods = new HashSet<>();
        List<String> first = new ArrayList<>();
        List<String> others = new ArrayList<>();
        present.forEach((id, target) -> (pods.add(target.pod()) ? first : others).add(id));
        List<Ask> asks = new ArrayList<>();
        if (!first.isEmpty()) {
            asks.add(new Ask(ProbeSet.all(), first));
        }
        if (!others.isEmpty()) {
            asks.add(new Ask(ProbeSet.named(OF_CONTAINERS), others));
        }
        Instant now = clock.instant();
        List<Observation> seen = new ArrayList<>();
        for (Look look : node.look(asks)) {
            Target target = present.get(look.container());
            if (target != null) {
                seen.add(observation(now, target, look, OF_CONTAINERS));
                if (first.contains(look.container())) {
                    seen.add(observation(now, target.pod(), look, OF_PODS));
                }
            }
        }
        return seen;
    }

    private static Observation observation(Instant now, Target target, Look look, List<String> probes) {
        var reading = look.reading().only(probes);
        return new Observation(now, target, look.container(), reading.values(), reading.gaps(), 0);
    }
}
