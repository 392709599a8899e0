package dev.seep.command;

import dev.seep.run.EvidenceRequest;
import dev.seep.run.UsageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the evidence that explains a leak. */
final class EvidenceOptions {
    private static final String AUTO = "auto";
    private static final String OFF = "off";

    @Option(
            names = "--evidence",
            paramLabel = "auto|off|CMD",
            description = {
                "Look into what grows most, early and at the end, and keep in DIR/evidence what it holds: descriptors, "
                        + "sockets, zombies, memory by mapping, classes of a JVM (by jcmd: it collects garbage once), "
                        + "files where disk is measured. Never arguments, environments or contents.",
                "CMD: run this in the containers instead and keep what it prints; give auto too for both.",
                "Default: auto."
            })
    private List<String> evidence = new ArrayList<>();

    /** @throws UsageException if off is not alone */
    EvidenceRequest request() {
        if (evidence.contains(OFF) && evidence.size() > 1) {
            throw new UsageException("--evidence off goes with nothing else");
        }
        List<String> commands = evidence.stream()
                .filter(word -> !word.equals(AUTO) && !word.equals(OFF))
                .toList();
        return new EvidenceRequest(evidence.isEmpty() || evidence.contains(AUTO), commands);
    }
}
