package dev.seep.command;

import dev.seep.manifest.PollingManifest;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a Job for a soak. */
@Command(
        name = "job",
        description = "Prints a Job that soaks and survives evictions, with its account, its rights and its volume.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The Job is complete when there is a verdict, whatever it says: seep collect exits by it.",
            "",
            "Examples:",
            "  seep manifest job -n shop --for 24h --image example/seep:1 | kubectl apply -f -",
            "  seep manifest job -A -l tier=backend --for 2d --in soak --name backend --image example/seep:1",
        })
final class ManifestJobCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
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
    private final RuleOptions policy = new RuleOptions();

    @Mixin
    private final SiteOptions site = new SiteOptions();

    ManifestJobCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (length.checked(spec) == null) {
            throw new ParameterException(spec.commandLine(), "a Job has an end: say with --for how long it polls");
        }
        InsideCluster inside = new InsideCluster(spec, selection);
        Companions companions = Companions.of(selection, List.of(), SampleFormat.JSONL);
        ProbePlan planned = plan.probes(spec, surroundings.folder(), companions, length.length);
        evidence.check(spec);
        PollingManifest manifest = new PollingManifest(
                site.placement(spec, selection),
                inside.arguments(),
                InsideCluster.text(policy.policy(spec, surroundings.folder(), Policy.DEFAULT)),
                inside.namespaces(),
                inside.agents(),
                planned.objectKinds());
        surroundings.out().print(manifest.job());
        surroundings.out().flush();
        return ExitCode.PASS.number();
    }
}
