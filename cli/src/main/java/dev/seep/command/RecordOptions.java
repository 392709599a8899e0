package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.store.SampleFormat;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the run folder. */
final class RecordOptions {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the samples and the verdict. Default: seep-YYYYMMDD-HHMMSS.")
    @Nullable
    Path out;

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "Format of the samples. Default: ${DEFAULT-VALUE}.")
    SampleFormat format = SampleFormat.JSONL;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with this run, by the plan it was started with.")
    @Nullable
    Path resume;

    @Option(
            names = "--as-job",
            hidden = true, // for the manifest of a Job alone
            description =
                    "For a Job of Kubernetes: goes on with the run in --out if there is one, exits with 0 once it "
                            + "is polled to its end and judged, whatever the verdict, and with 143 when stopped before.")
    boolean asJob;

    /** Folder of a new run. */
    Path folder(CliEnvironment environment) {
        String name = "seep-" + LocalDateTime.now(environment.clock()).format(STAMP);
        return environment.folder().resolve(out == null ? Path.of(name) : out);
    }
}
