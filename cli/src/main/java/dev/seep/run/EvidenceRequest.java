package dev.seep.run;

import java.util.List;

/**
 * Request for evidence.
 *
 * @param auto whether seep collects its own
 * @param commands to run in the containers as well
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
