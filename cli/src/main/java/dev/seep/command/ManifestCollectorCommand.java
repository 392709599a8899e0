package dev.seep.command;

import dev.seep.manifest.CollectorManifest;
import dev.seep.run.CliEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command {@code manifest collector}: an account. */
@Command(
        name = "collector",
        description = "Prints an account whose rights suffice for seep collect, and no more.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  seep manifest collector -n soak | kubectl apply -f -"})
final class ManifestCollectorCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            required = true,
            description = "Namespace of the Jobs.")
    @SuppressWarnings("NullAway.Init")
    private String namespace;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "seep-collector",
            description = "Name of all the objects. Default: ${DEFAULT-VALUE}.")
    private String name = "seep-collector";

    ManifestCollectorCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment.print(new CollectorManifest(name, namespace).yaml());
        return ExitCode.PASS.number();
    }
}
