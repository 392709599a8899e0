package dev.seep.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the samples are kept. */
final class RecordOptions {
    /** How samples are written down. */
    enum Format {
        JSONL,
        CSV
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the samples and the verdict. Default: seep-YYYYMMDD-HHMMSS.")
    @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "Format of the samples. Default: ${DEFAULT-VALUE}.")
    Format format = Format.JSONL;

    @Option(names = "--resume", paramLabel = "DIR", description = "Go on with this run, by the plan it was started with.")
    @Nullable Path resume;
}
