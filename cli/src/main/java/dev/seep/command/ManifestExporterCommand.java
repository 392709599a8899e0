package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.DefaultProbes;
import dev.seep.run.ProbePlan;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code manifest exporter}: a Deployment. */
@Command(
        name = "exporter",
        customSynopsis = "seep manifest exporter [OPTIONS] --image=IMAGE [KIND/NAME...]",
        description = "Prints a Deployment of seep export, with its service, its account, its rights and its volume.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  seep manifest exporter -A --in monitoring --image seep:1 | kubectl apply -f -",
        })
final class ManifestExporterCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final PlacementOptions placement = new PlacementOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9464",
            description = "Where the metrics are served. Default: ${DEFAULT-VALUE}.")
    private int port = 9464;

    ManifestExporterCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (port < 1024 || port > 65535) {
            throw new UsageException("--port: " + port + " is not between 1024 and 65535");
        }
        TargetSelection targets = selection.targets(List.of());
        InClusterArguments inside = new InClusterArguments(spec, targets);
        ProbePlan planned = plan.probes(environment.folder(), DefaultProbes.of(targets, SampleFormat.JSONL), null);
        environment.print(inside.manifest(
                        placement.placement(targets), rules.policy(environment.folder(), Policy.DEFAULT), planned)
                .exporter(port));
        return ExitCode.PASS.number();
    }
}
