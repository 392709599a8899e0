package dev.seep.command;

import dev.seep.sample.Durations;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the series are judged, and what the verdict does. */
final class JudgeOptions {
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
            names = "--warmup",
            paramLabel = "auto|DURATION",
            defaultValue = "auto",
            description = "How long each life may warm up before it is judged. Default: what the data show.")
    String warmup = "auto";

    @Option(
            names = "--horizon",
            paramLabel = "DURATION",
            description = "A limit that is reached later than this is not worth a failure. Default: 30d.")
    @Nullable
    Duration horizon;

    @Option(names = "--policy", paramLabel = "FILE", description = "What is allowed, see examples/policy.yaml.")
    @Nullable
    Path policy;

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

    /** What is allowed: the policy file, or else what was recorded, with what the flags say put above it. */
    Policy policy(CommandSpec spec, Path folder, Policy recorded) {
        Policy base = policy == null ? recorded : PolicyReader.read(folder.resolve(policy));
        Allowance defaults = base.defaults();
        return base.withDefaults(new Allowance(
                defaults.growthPerHour(),
                defaults.ceiling(),
                horizon == null ? defaults.horizon() : horizon,
                warmup.equals("auto") ? defaults.settle() : settle(spec),
                defaults.severity(),
                defaults.known(),
                defaults.explicit()));
    }

    private Duration settle(CommandSpec spec) {
        try {
            return Durations.parse(warmup);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--warmup: " + wrong.getMessage(), wrong);
        }
    }
}
