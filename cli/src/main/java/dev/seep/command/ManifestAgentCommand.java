package dev.seep.command;

import dev.seep.manifest.AgentManifest;
import dev.seep.run.CliEnvironment;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.sample.Text;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command {@code manifest agent}: a DaemonSet. */
@Command(
        name = "agent",
        description = "Prints a DaemonSet of seep agent, with the role of those who may read it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  seep manifest agent --image seep:1 | kubectl apply -f -",
            "  seep run -n shop --source agent --for 8h",
        })
final class ManifestAgentCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = "--image",
            required = true,
            paramLabel = "IMAGE",
            description = "Image that runs seep, as your registry has it.")
    @SuppressWarnings("NullAway.Init")
    private String image;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "seep-agent",
            description = "Name of all the objects. Default: ${DEFAULT-VALUE}.")
    private String name = "seep-agent";

    @Option(
            names = "--in",
            paramLabel = "NS",
            description = "Namespace to put them into. Default: " + TargetSelection.AGENTS + ", which is made.")
    private @Nullable String namespace;

    @Option(
            names = "--old-kernels",
            description = "For nodes with a Linux before 6.2: as root with the capability DAC_READ_SEARCH, without "
                    + "which descriptors cannot be counted there.")
    private boolean oldKernels;

    ManifestAgentCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!name.matches(PlacementOptions.NAME)) {
            throw new UsageException("--name: '" + name + "' cannot name objects: small letters, digits and -");
        }
        String in = namespace == null ? TargetSelection.AGENTS : namespace;
        // a line of its own would be no comment any more
        environment.print("""
                # The agent sees all processes and cgroups of its node, and names of containers. It serves numbers to whoever
                # reaches port 9465 of its pod, and reads no environment, no command line and no content of any file.
                # Who runs seep --source agent needs this: kubectl create rolebinding WHO -n %1$s --role=%2$s-reader --user=WHO
                """.formatted(Text.oneLine(in), name));
        environment.print(new AgentManifest(name, in, namespace == null, image, oldKernels).yaml());
        return ExitCode.PASS.number();
    }
}
