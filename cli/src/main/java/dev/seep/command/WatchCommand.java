package dev.seep.command;

import dev.seep.live.FollowedRun;
import dev.seep.live.SeriesRanking;
import dev.seep.live.SignalHandling;
import dev.seep.run.CliEnvironment;
import dev.seep.run.ProgressDisplay;
import dev.seep.run.RecordedProgress;
import dev.seep.run.RequestedReports;
import dev.seep.run.VerdictPublisher;
import dev.seep.store.EvidenceFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.RunTail;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command {@code watch}: view of another process's run. */
@Command(
        name = "watch",
        description = {
            "Shows a run that another seep is recording.",
            "As that shows it itself, and the verdict when it has ended. Reads only; the run does not notice.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exits with 0 if you leave before the run has ended, else as the verdict says.",
            "",
            "Examples:",
            "  seep watch seep-20261122-210000",
            "  seep watch seep-20261122-210000 2>&1 | tee progress.log",
        })
final class WatchCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    private final CliEnvironment environment;

    @Parameters(paramLabel = "DIR", description = "The run folder.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    WatchCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = environment.folder().resolve(path);
        RunPlan plan = RunReader.plan(folder);
        RunTail tail = new RunTail(folder);
        if (!tail.isJudged() && !follow(plan, tail, length(plan, folder))) {
            return ExitCode.PASS.number();
        }
        return new JudgeOptions()
                .exit(new VerdictPublisher(environment, RequestedReports.TEXT)
                        .judgeAgain(RunReader.read(folder), PolicyReader.of(plan.policy()), path));
    }

    /** Whether the run came to its end; else the person who watched left. */
    private boolean follow(RunPlan plan, RunTail tail, @Nullable Duration length) throws InterruptedException {
        SeriesRanking seriesRanking = new SeriesRanking(plan.metrics());
        RecordedProgress progress = new RecordedProgress(plan, length, environment.clock(), seriesRanking);
        CountDownLatch left = new CountDownLatch(1);
        try (ProgressDisplay display = new ProgressDisplay(environment);
                SignalHandling signalHandling = new SignalHandling(left::countDown, display::exit)) {
            display.show(new FollowedRun(
                    "watching " + path,
                    Optional.ofNullable(length).orElse(Duration.ZERO),
                    progress::status,
                    progress::counts,
                    seriesRanking,
                    () -> EvidenceFolder.read(environment.folder().resolve(path)),
                    false,
                    left::countDown));
            while (left.getCount() > 0) {
                if (!tail.read(progress)) {
                    if (tail.isJudged()) {
                        return true;
                    }
                    var unused = left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        }
        return false;
    }

    private @Nullable Duration length(RunPlan plan, Path folder) {
        return plan.plan().containsKey("arguments")
                ? PlanArguments.parse(environment, plan, folder).length().length
                : null;
    }
}
