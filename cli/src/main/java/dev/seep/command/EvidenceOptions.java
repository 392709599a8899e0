package dev.seep.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether what explains a leak is looked for. */
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
    List<String> evidence = new ArrayList<>();

    /** @throws ParameterException if off is not alone */
    void check(CommandSpec spec) {
        if (evidence.contains(OFF) && evidence.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--evidence off goes with nothing else");
        }
    }

    boolean isOff() {
        return evidence.contains(OFF);
    }

    /** Whether seep itself looks. */
    boolean isAuto() {
        return evidence.isEmpty() || evidence.contains(AUTO);
    }

    /** What else is run. */
    List<String> commands() {
        return evidence.stream()
                .filter(word -> !word.equals(AUTO) && !word.equals(OFF))
                .toList();
    }
}
