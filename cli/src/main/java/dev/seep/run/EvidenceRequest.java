package dev.seep.run;

import java.util.List;

/**
 * Request for what explains a leak.
 *
 * @param auto whether seep itself looks
 * @param commands what else is run in the containers
 */
public record EvidenceRequest(boolean auto, List<String> commands) {
    public static final EvidenceRequest AUTO = new EvidenceRequest(true, List.of());

    public EvidenceRequest {
        commands = List.copyOf(commands);
    }

    boolean isOff() {
        return !auto && commands.isEmpty();
    }
}
