package dev.seep.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the series are judged, and what the verdict does. */
final class JudgeOptions extends PolicyOptions {
    /** What an inconclusive verdict does to the exit code. */
    enum Inconclusive {
        FAIL,
        PASS
    }

    /** What is printed on stdout. */
    enum Output {
        TEXT,
        JSON
    }

    @Option(
            names = "--inconclusive",
            paramLabel = "fail|pass",
            defaultValue = "fail",
            description = "Whether an inconclusive run exits with 3 or with 0. Default: ${DEFAULT-VALUE}.")
    Inconclusive inconclusive = Inconclusive.FAIL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on stdout. Default: ${DEFAULT-VALUE}.")
    Output output = Output.TEXT;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML report with pictures.")
    @Nullable
    Path report;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit XML report.")
    @Nullable
    Path junit;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write a Markdown summary.")
    @Nullable
    Path summary;
}
