package dev.seep.command;

import dev.seep.export.Exporter;
import dev.seep.export.MetricsState;
import dev.seep.run.CliEnvironment;
import dev.seep.run.DefaultProbes;
import dev.seep.run.ErrorTolerantSink;
import dev.seep.run.ListenAddress;
import dev.seep.run.PlanCheck;
import dev.seep.run.ProbePlan;
import dev.seep.run.RunPlans;
import dev.seep.run.SoakRun;
import dev.seep.run.SourceFactory;
import dev.seep.run.SourceSelection;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.sample.PollCounts;
import dev.seep.sample.Quantity;
import dev.seep.session.SoakPlan;
import dev.seep.store.Retention;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code export}: endless polling for Prometheus. */
@Command(
        name = "export",
        abbreviateSynopsis = true,
        description = {
            "Polls without end and serves Prometheus.",
            "Metrics, trends and findings are at /metrics, and there is /healthz. Started again with the "
                    + "same --out it goes on where it was.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep export -n shop                    http://127.0.0.1:9464/metrics",
            "  seep export -A --listen 0.0.0.0:9464  for other machines too",
            "  seep export -n shop --out /data --keep 14d --keep-size 4Gi",
            "",
            "examples/prometheus has alert rules, a scrape configuration and a dashboard.",
        })
final class ExportCommand implements Callable<Integer> {
    private final CliEnvironment environment;
    private final List<String> command;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9464",
            description = "Where to serve. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    @SuppressWarnings("NullAway.Init")
    private ListenAddress listen;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Option(
            names = "--window",
            paramLabel = "DURATION",
            defaultValue = "1d",
            description = "How much of the past the trends look at. Default: ${DEFAULT-VALUE}.")
    private Duration window = Duration.ofDays(1);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "seep-export",
            description = "Folder for the samples; one that is there is gone on with. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("seep-export");

    @Option(
            names = "--keep",
            paramLabel = "DURATION",
            defaultValue = "7d",
            description = "Delete samples that are older. Default: ${DEFAULT-VALUE}.")
    private Duration keep = Duration.ofDays(7);

    @Option(
            names = "--keep-size",
            paramLabel = "BYTES",
            defaultValue = "1Gi",
            description = "Delete the oldest samples beyond this size. Default: ${DEFAULT-VALUE}.")
    private String keepSize = "1Gi";

    /** @param command words after {@code --}, may be empty */
    ExportCommand(CliEnvironment environment, List<String> command) {
        this.environment = environment;
        this.command = List.copyOf(command);
    }

    @Override
    public Integer call() throws Exception {
        selection.refuseBesideProcesses(spec.commandLine().getParseResult(), command);
        Path path = environment.folder().resolve(out);
        Policy allowed = policy.or(Policy.DEFAULT, environment.folder());
        Retention retention = retention();
        boolean known = Files.exists(path.resolve("run.json"));
        TargetSelection targets = selection.targets(command);
        ProbePlan planned = plan.probes(environment.folder(), DefaultProbes.of(targets, SampleFormat.JSONL), null);
        SourceSelection chosen =
                new SourceFactory(environment, targets).choose(planned, path.resolve("output.log"), known);
        SoakPlan soak = plan.soak(planned, chosen.endsWithTargets(), null);
        PlanCheck.refuseShells(soak, chosen);
        RunPlan run = RunPlans.beginning(
                environment,
                chosen.kind(),
                targets.context(),
                soak,
                SampleFormat.JSONL,
                Map.of("arguments", PlanArguments.of(spec, targets)),
                allowed);
        try (RunFolder folder = RunFolder.endless(path, run, retention)) {
            MetricsState metricsState = state(soak);
            if (known) {
                RunReader.replay(path, environment.clock().instant().minus(window), metricsState::recall);
            }
            serve(folder, metricsState, chosen, planned, soak, allowed);
        }
        return ExitCode.PASS.number();
    }

    private void serve(
            RunFolder folder,
            MetricsState metricsState,
            SourceSelection chosen,
            ProbePlan planned,
            SoakPlan soak,
            Policy allowed)
            throws Exception {
        PollCounts pollCounts = folder.tally();
        try (Exporter exporter =
                listen.open(at -> new Exporter(at, metricsState, pollCounts, allowed, environment.clock()))) {
            ErrorTolerantSink recording = new ErrorTolerantSink(folder, environment.err());
            SoakRun run = new SoakRun(environment, soak, chosen.source(), chosen.lookedFor())
                    .leavingOut(() -> chosen.leftOut(planned));
            environment.say("serving " + exporter.url() + "/metrics, recording to " + folder.path());
            run.serving(exporter, recording::failures).withoutTargets().into(recording);
        }
    }

    private MetricsState state(SoakPlan soak) {
        Instant epoch = environment.clock().instant().minus(window);
        return new MetricsState(soak.metrics(), epoch, window);
    }

    private Retention retention() {
        try {
            return new Retention(keep, (long) Quantity.parse(keepSize));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--keep, --keep-size: " + wrong.getMessage(), wrong);
        }
    }
}
