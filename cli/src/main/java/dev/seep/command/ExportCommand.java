package dev.seep.command;

import dev.seep.command.Sources.Chosen;
import dev.seep.export.Exporter;
import dev.seep.export.MetricsState;
import dev.seep.sample.Quantity;
import dev.seep.sample.Tally;
import dev.seep.session.SoakPlan;
import dev.seep.store.Retention;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Polls without end and serves what it sees to Prometheus. */
@Command(
        name = "export",
        description = "Polls without end and serves metrics, trends and findings to Prometheus: /metrics and /healthz. "
                + "Started again with the same --out it goes on where it was.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  seep export -n shop                                      http://127.0.0.1:9464/metrics",
            "  seep export -A --every 1m --listen 0.0.0.0:9464          all namespaces, for other machines too",
            "  seep export -n shop --out /data --keep 14d --keep-size 4Gi",
            "",
            "examples/prometheus has alert rules, a scrape configuration and a dashboard.",
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<String> command;

    @Spec
    @SuppressWarnings("NullAway.Init")
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

    @Option(names = "--policy", paramLabel = "FILE", description = "What is allowed, see examples/policy.yaml.")
    @Nullable
    private Path policy;

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

    /** @param command what follows {@code --}, empty if nothing does */
    ExportCommand(Surroundings surroundings, List<String> command) {
        this.surroundings = surroundings;
        this.command = List.copyOf(command);
    }

    @Override
    public Integer call() throws Exception {
        Path path = surroundings.folder().resolve(out);
        Policy allowed = policy == null
                ? Policy.DEFAULT
                : PolicyReader.read(surroundings.folder().resolve(policy));
        Retention retention = retention();
        boolean known = Files.exists(path.resolve("run.json"));
        Sources sources = new Sources(surroundings, spec, known);
        Companions companions = Companions.of(selection, command, SampleFormat.JSONL);
        ProbePlan planned = plan.probes(spec, surroundings.folder(), companions, null);
        Chosen chosen = sources.choose(selection, command, planned, path.resolve("output.log"));
        SoakPlan soak = plan.soak(planned, chosen.endsWithTargets(), null);
        sources.refuseShells(chosen, soak);
        try (RunFolder folder = RunFolder.endless(path, runPlan(chosen, soak, allowed), retention)) {
            MetricsState metricsState = book(soak);
            if (known) {
                RunReader.replay(path, surroundings.clock().instant().minus(window), metricsState::recall);
            }
            serve(folder, metricsState, chosen, planned, soak, allowed);
        }
        return ExitCode.PASS.number();
    }

    private void serve(
            RunFolder folder,
            MetricsState metricsState,
            Chosen chosen,
            ProbePlan planned,
            SoakPlan soak,
            Policy allowed)
            throws Exception {
        Tally tally = folder.tally();
        try (Exporter exporter =
                listen.open(at -> new Exporter(at, metricsState, tally, allowed, surroundings.clock()))) {
            Forgiving recording = new Forgiving(folder, surroundings.err());
            SoakRun run = new SoakRun(surroundings, soak, chosen.source(), chosen.lookedFor())
                    .leavingOut(() -> chosen.leftOut(planned));
            surroundings.err().println("seep: serving " + exporter.url() + "/metrics, recording to " + folder.path());
            run.serving(exporter, recording::failures).withoutTargets().into(recording);
        }
    }

    private MetricsState book(SoakPlan soak) {
        Instant epoch = surroundings.clock().instant().minus(window);
        return new MetricsState(soak.metrics(), epoch, window);
    }

    private Retention retention() {
        try {
            return new Retention(keep, (long) Quantity.parse(keepSize));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--keep, --keep-size: " + wrong.getMessage(), wrong);
        }
    }

    private RunPlan runPlan(Chosen chosen, SoakPlan soak, Policy allowed) {
        return new RunPlan(
                Version.number(),
                surroundings.clock().instant(),
                Surroundings.host(),
                chosen.kind(),
                selection.context,
                soak.every(),
                SampleFormat.JSONL,
                Map.of("arguments", PlanArguments.of(spec, selection, command)),
                allowed.asMap(),
                soak.metrics());
    }
}
