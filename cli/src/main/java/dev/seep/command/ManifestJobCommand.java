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
import picocli.CommandLine.Spec;

/** Command {@code manifest job}: a Job for a soak. */
@Command(
        name = "job",
        customSynopsis = "seep manifest job [OPTIONS] --for=DURATION --image=IMAGE [KIND/NAME...]",
        description = "Prints a Job that soaks and survives evictions, with its account, its rights and its volume.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The Job is complete when there is a verdict, whatever it says: seep collect",
            "exits by it.",
            "",
            "Examples:",
            "  seep manifest job -n shop --for 24h --image seep:1 | kubectl apply -f -",
            "  seep manifest job -A --for 2d --in soak --image seep:1",
        })
final class ManifestJobCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final LengthOptions length = new LengthOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final PlacementOptions placement = new PlacementOptions();

    ManifestJobCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (length.checked().length() == null) {
            throw new UsageException("a Job has an end: say with --for how long it polls");
        }
        TargetSelection targets = selection.targets(List.of());
        InClusterArguments inside = new InClusterArguments(spec, targets);
        ProbePlan planned =
                plan.probes(environment.folder(), DefaultProbes.of(targets, SampleFormat.JSONL), length.length);
        var unused = evidence.request();
        environment.print(inside.manifest(
                        placement.placement(targets), rules.policy(environment.folder(), Policy.DEFAULT), planned)
                .job());
        return ExitCode.PASS.number();
    }
}
