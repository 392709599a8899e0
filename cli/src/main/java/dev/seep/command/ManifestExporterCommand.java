package dev.seep.command;

import dev.seep.manifest.PollingManifest;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a Deployment of the exporter. */
@Command(
        name = "exporter",
        description = "Prints a Deployment of seep export, with its service, its account, its rights and its volume.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  seep manifest exporter -A --in monitoring --image example/seep:1 | kubectl apply -f -",
        })
final class ManifestExporterCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final RuleOptions policy = new RuleOptions();

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9464",
            description = "Where the metrics are served. Default: ${DEFAULT-VALUE}.")
    private int port = 9464;

    ManifestExporterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (port < 1024 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--port: " + port + " is not between 1024 and 65535");
        }
        InsideCluster inside = new InsideCluster(spec, selection);
        Companions companions = Companions.of(selection, List.of(), SampleFormat.JSONL);
        ProbePlan planned = plan.probes(spec, surroundings.folder(), companions, null);
        PollingManifest manifest = new PollingManifest(
                site.placement(spec, selection),
                inside.arguments(),
                InsideCluster.text(policy.policy(spec, surroundings.folder(), Policy.DEFAULT)),
                inside.namespaces(),
                inside.agents(),
                planned.objectKinds());
        surroundings.out().print(manifest.exporter(port));
        surroundings.out().flush();
        return ExitCode.PASS.number();
    }
}
