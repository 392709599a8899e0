package dev.seep.command;

import dev.seep.run.RequestedReports;
import dev.seep.verdict.Outcome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the judgement, its output and exit code. */
final class JudgeOptions {
    /** Effect of an inconclusive verdict on the exit code. */
    enum Inconclusive {
        FAIL,
        PASS
    }

    /** Format of the verdict on stdout. */
    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    final RuleOptions rules = new RuleOptions();

    @Option(
            names = "--inconclusive",
            paramLabel = "fail|pass",
            defaultValue = "fail",
            description = "Whether an inconclusive run exits with 3 or with 0. Default: ${DEFAULT-VALUE}.")
    private Inconclusive inconclusive = Inconclusive.FAIL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on stdout. Default: ${DEFAULT-VALUE}.")
    private Output output = Output.TEXT;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also tell figures that only makers of seep need, such as what a poll cost.")
    boolean verbose;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML report with pictures.")
    private @Nullable Path report;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit XML report.")
    private @Nullable Path junit;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write a Markdown summary.")
    private @Nullable Path summary;

    RequestedReports reports() {
        return new RequestedReports(output == Output.JSON, verbose, report, junit, summary);
    }

    /** The code to exit with. */
    int exit(Outcome outcome) {
        return ExitCode.of(outcome, inconclusive == Inconclusive.FAIL).number();
    }
}
