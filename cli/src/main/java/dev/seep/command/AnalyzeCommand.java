package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.VerdictPublisher;
import dev.seep.sample.Run;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Command {@code analyze}: new verdict on recorded series. */
@Command(
        name = "analyze",
        description = "Judges a recorded run again, or any CSV file of series.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep analyze seep-20261122-210000",
            "  seep analyze seep-20261122-210000 --policy policy.yaml -o json",
            "  seep analyze metrics.csv.gz --columns time=ts,series=name,value=v,unit=unit",
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final JudgeOptions judge = new JudgeOptions();

    @Mixin
    private final RecordedRun recorded = new RecordedRun();

    AnalyzeCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Run run = recorded.read(environment.folder());
        Policy policy = judge.rules.policy(environment.folder(), recorded.policy(environment.folder()));
        return judge.exit(
                new VerdictPublisher(environment, judge.reports()).judgeAgain(run, policy, recorded.explainable()));
    }
}
