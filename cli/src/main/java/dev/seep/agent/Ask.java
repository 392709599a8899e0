package dev.seep.agent;

import dev.seep.probe.ProbeSet;
import java.util.List;

/**
 * What is asked of some containers.
 *
 * @param containers the first digits of their IDs, at least 12; none means all
 */
record Ask(ProbeSet probes, List<String> containers) {
    Ask {
        containers = List.copyOf(containers);
    }
}
