package dev.seep.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code seep manifest} alone: prints the usage. */
@Command(
        name = "manifest",
        description = "Prints what kubectl apply -f - needs to run seep inside a cluster.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ManifestJobCommand.class,
            ManifestExporterCommand.class,
            ManifestCollectorCommand.class,
            ManifestAgentCommand.class
        },
        commandListHeading = "%nKinds:%n",
        synopsisSubcommandLabel = "KIND",
        footer = {
            "",
            "Examples:",
            "  seep manifest job -n shop --for 24h --image seep:1 | kubectl apply -f -",
            "  seep manifest exporter -A --in monitoring --image seep:1 | kubectl apply -f -",
            "  seep manifest collector -n shop | kubectl apply -f -",
            "  seep manifest agent --image seep:1 | kubectl apply -f -",
        })
final class ManifestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.number();
    }
}
