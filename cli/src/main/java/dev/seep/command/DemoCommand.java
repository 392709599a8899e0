package dev.seep.command;

import dev.seep.demo.DemoKind;
import dev.seep.probe.ProbeSet;
import dev.seep.run.CliEnvironment;
import dev.seep.run.EvidenceCollector;
import dev.seep.run.EvidenceRequest;
import dev.seep.run.PollableTargets;
import dev.seep.run.RequestedReports;
import dev.seep.run.RunPlans;
import dev.seep.run.SoakRun;
import dev.seep.run.VerdictPublisher;
import dev.seep.sample.Run;
import dev.seep.session.Budget;
import dev.seep.session.SessionMode;
import dev.seep.session.SoakPlan;
import dev.seep.source.local.LaunchedCommand;
import dev.seep.source.local.LocalSource;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command {@code demo}: a run over small processes of this machine, some of which leak. */
@Command(
        name = "demo",
        description = {
            "Finds real leaks on this machine, in a minute.",
            "Starts small processes, of which some leak, soaks them and shows the verdict. Needs no cluster. "
                    + "Everything that it starts ends with it.",
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exits with 1, because the demo does leak."})
final class DemoCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "How long to soak. Default: ${DEFAULT-VALUE}.")
    private Duration length = Duration.ofMinutes(1);

    @Mixin
    private final RecordOptions record = new RecordOptions();

    DemoCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path path = record.folder(environment);
        SoakPlan soak = new SoakPlan(
                Duration.ofSeconds(1), length, ProbeSet.all(), Map.of(), SessionMode.KEEP, Budget.DEFAULT, true);
        RunPlan plan = RunPlans.beginning(environment, "local", "demo", soak, record.format, Map.of(), Policy.DEFAULT);
        environment.say(
                "soaking " + DemoKind.values().length + " small processes on this machine; Ctrl-C ends it early");
        try (RunFolder folder = RunFolder.create(path, plan)) {
            LocalSource source = LocalSource.programs(Stream.of(DemoKind.values())
                    .map(kind -> new LaunchedCommand(kind.word(), kind.command(), null))
                    .toList());
            PollableTargets targets = new PollableTargets(source);
            try (EvidenceCollector evidence =
                    new EvidenceCollector(environment, soak, EvidenceRequest.AUTO, targets, path)) {
                new SoakRun(environment, soak, targets, "demo process")
                        .explaining(evidence)
                        .into(folder);
            }
        }
        Run run = RunReader.read(path);
        Outcome outcome = new VerdictPublisher(environment, RequestedReports.TEXT).judge(run, Policy.DEFAULT, path);
        environment.print(String.format("%nmeant to leak: %s; meant to be healthy: %s%n", words(true), words(false)));
        return new JudgeOptions().exit(outcome);
    }

    private static String words(boolean leaking) {
        return Stream.of(DemoKind.values())
                .filter(kind -> kind.isMeantToLeak() == leaking)
                .map(DemoKind::word)
                .collect(Collectors.joining(", "));
    }
}
