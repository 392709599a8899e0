package dev.seep.agent;

import dev.seep.probe.ProbeSet;
import java.util.List;

/**
 * A request for the readings of some containers.
 *
 * @param probes that are to be read
 * @param containers the first digits of their IDs, at least 12; none means all
 */
record ReadingsRequest(ProbeSet probes, List<String> containers) {
    ReadingsRequest {
        containers = List.copyOf(containers);
    }
}
