package dev.seep.command;

import dev.seep.run.RequestedReports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of what is printed and written about a verdict. */
final class OutputOptions {
    /** Format of what is printed on stdout. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on stdout. Default: ${DEFAULT-VALUE}.")
    private Format output = Format.TEXT;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also tell figures that only makers of seep need, such as what a poll cost.")
    private boolean verbose;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML report with pictures.")
    private @Nullable Path report;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit XML report.")
    private @Nullable Path junit;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write a Markdown summary.")
    private @Nullable Path summary;

    RequestedReports reports() {
        return new RequestedReports(output == Format.JSON, verbose, report, junit, summary);
    }
}
