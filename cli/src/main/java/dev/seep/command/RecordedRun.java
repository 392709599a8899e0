package dev.seep.command;

import dev.seep.run.UsageException;
import dev.seep.sample.Run;
import dev.seep.store.RunReader;
import dev.seep.store.csv.Columns;
import dev.seep.store.csv.ForeignCsv;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded run or file that a command reads. */
final class RecordedRun {
    @Option(
            names = "--columns",
            paramLabel = "KEY=COLUMN,...",
            description = "Which columns of a CSV file hold time, series and value; also life, unit and limit.")
    private @Nullable String columns;

    @Parameters(
            index = "0",
            paramLabel = "PATH",
            description = "A run folder, its samples file, or a CSV file; .gz is fine.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    Run read(Path folder) throws IOException {
        Path file = folder.resolve(path);
        return columns == null ? RunReader.read(file) : ForeignCsv.read(file, columns(columns));
    }

    /** Where it is found without any option, null if it needs some. */
    @Nullable
    Path explainable() {
        return columns == null ? path : null;
    }

    /** Policy that was recorded with it. */
    Policy policy(Path folder) {
        Path file = folder.resolve(path);
        return Files.isDirectory(file) ? PolicyReader.of(RunReader.plan(file).policy()) : Policy.DEFAULT;
    }

    private static Columns columns(String text) {
        try {
            return Columns.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--columns: " + wrong.getMessage(), wrong);
        }
    }
}
