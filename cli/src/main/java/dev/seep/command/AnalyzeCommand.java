package dev.seep.command;

import dev.seep.sample.Run;
import dev.seep.store.Columns;
import dev.seep.store.ForeignCsv;
import dev.seep.store.RunReader;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded series again, without a cluster. */
@Command(
        name = "analyze",
        description = "Judges a recorded run again, or any CSV file of series.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep analyze seep-20261122-210000",
            "  seep analyze seep-20261122-210000 --policy policy.yaml -o json",
            "  seep analyze metrics.csv.gz --columns time=ts,series=name,value=v,life=instance,unit=unit,limit=limit",
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final JudgeOptions judge = new JudgeOptions();

    @Option(
            names = "--columns",
            paramLabel = "KEY=COLUMN,...",
            description = "Which columns of a CSV file hold time, series and value; also life, unit and limit.")
    private @Nullable String columns;

    @Parameters(paramLabel = "PATH", description = "A run folder, its samples file, or a CSV file; .gz is fine.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    AnalyzeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path file = surroundings.folder().resolve(path);
        Run run = columns == null ? RunReader.read(file) : ForeignCsv.read(file, columns(columns));
        Policy recorded =
                Files.isDirectory(file) ? PolicyReader.of(RunReader.plan(file).policy()) : Policy.DEFAULT;
        Policy policy = judge.policy(spec, surroundings.folder(), recorded);
        return new Conclusion(surroundings, judge).of(run, policy, null);
    }

    private Columns columns(String text) {
        try {
            return Columns.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--columns: " + wrong.getMessage(), wrong);
        }
    }
}
