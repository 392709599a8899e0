package dev.seep.agent;

import dev.seep.probe.ProbeSet;
import java.util.List;

/**
 * What is asked of some containers.
 *
 * @param containers the first digits of their IDs, at least 12; none means all
 */
record ReadingsRequest(ProbeSet probes, List<String> containers) {
    ReadingsRequest {
        containers = List.copyOf(containers);
    }
}
