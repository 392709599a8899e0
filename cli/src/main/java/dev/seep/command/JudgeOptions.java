package dev.seep.command;

import dev.seep.run.RequestedReports;
import dev.seep.verdict.Outcome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the judgement, its output and exit code. */
final class JudgeOptions {
    /** Effect of an inconclusive verdict on the exit code. */
    enum Inconclusive {
        FAIL,
        PASS
    }

    @Mixin
    final RuleOptions rules = new RuleOptions();

    @Option(
            names = "--inconclusive",
            paramLabel = "fail|pass",
            defaultValue = "fail",
            description = "Whether an inconclusive run exits with 3 or with 0. Default: ${DEFAULT-VALUE}.")
    private Inconclusive inconclusive = Inconclusive.FAIL;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RequestedReports reports() {
        return output.reports();
    }

    /** The code to exit with. */
    int exit(Outcome outcome) {
        return ExitCode.of(outcome, inconclusive == Inconclusive.FAIL).number();
    }
}
