package dev.seep.command;

import dev.seep.run.CannotMeasureException;
import dev.seep.run.CliEnvironment;
import dev.seep.run.UsageException;
import dev.seep.run.VerdictPublisher;
import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.job.SoakJob;
import dev.seep.source.kubernetes.job.SoakJob.State;
import dev.seep.store.RunReader;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command {@code collect}: fetches the run of a Job. */
@Command(
        name = "collect",
        description = {
            "Fetches and judges the run of a Job of seep manifest job.",
            "Judges it by the policy that it has in it, and exits by the verdict, as seep run would have.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exits with 5 while the Job still runs, and with 4 if it failed, or is not there.",
            "A finished container cannot be asked: a pod is made that mounts the volume,",
            "and deleted afterwards.",
            "",
            "Examples:",
            "  seep collect job/seep -n shop --out soak",
            "  seep collect job/seep -n shop --wait 5h --junit seep.xml",
        })
final class CollectCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration WORD = Duration.ofMinutes(5);

    private final CliEnvironment environment;

    @Parameters(paramLabel = "job/NAME", description = "The Job.")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            defaultValue = "",
            description = "Its namespace. Default: the one of the context.")
    private String namespace = "";

    @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
    private @Nullable String context;

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Default: $KUBECONFIG, or ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to put the run folder. Default: ./NAME.")
    private @Nullable Path out;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How long to wait for the end of the Job. Default: not at all.")
    private Duration wait = Duration.ZERO;

    @Mixin
    private final JudgeOptions judge = new JudgeOptions();

    CollectCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path name = Path.of(job.substring(job.lastIndexOf('/') + 1));
        Path folder = environment.folder().resolve(out == null ? name : out);
        refuseIfNotEmpty(folder);
        SoakJob soak = found();
        awaitEnd(soak);
        if (soak.state() == State.RUNNING) {
            environment.say(soak + " still runs; ask again later, or give it time with --wait");
            return ExitCode.STILL_RUNNING.number();
        }
        soak.fetch(folder);
        if (soak.state() == State.FAILED) {
            throw new CannotMeasureException(soak + " failed, see kubectl logs job/" + name
                    + "; what it recorded is in " + folder + ", judge it with seep analyze");
        }
        Policy policy = judge.rules.policy(
                environment.folder(), PolicyReader.of(RunReader.plan(folder).policy()));
        return judge.exit(
                new VerdictPublisher(environment, judge.reports()).judge(RunReader.read(folder), policy, folder));
    }

    private SoakJob found() throws SourceException {
        try {
            return SoakJob.find(new KubernetesConnection(kubeconfig, context, environment.variables()), namespace, job);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void refuseIfNotEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new UsageException(folder + " exists and is not empty: choose another --out");
                }
            }
        }
    }

    /** Says now and then that it waits, because pipelines end steps that are silent for long. */
    private void awaitEnd(SoakJob soak) throws SourceException, InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        long nextWord = System.nanoTime();
        while (soak.state() == State.RUNNING && System.nanoTime() < end) {
            if (System.nanoTime() >= nextWord) {
                nextWord += WORD.toNanos();
                environment.say("waiting for " + soak);
            }
            Thread.sleep(Math.min(LOOK.toMillis(), Math.max(1, (end - System.nanoTime()) / 1_000_000)));
            soak.lookAgain();
        }
    }
}
