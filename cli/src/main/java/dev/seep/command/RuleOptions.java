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

/** By which rules the series are judged. */
final class RuleOptions {
    @Option(
            names = "--warmup",
            paramLabel = "auto|DURATION",
            defaultValue = "auto",
            description = "How long each life may warm up before it is judged. Default: what the data show.")
    String warmup = "auto";

    @Option(
            names = "--horizon",
            paramLabel = "DURATION",
            description =
                    "What reaches its limit later than this does no harm. Default: ten times what was seen, at most "
                            + "30d.")
    @Nullable
    Duration horizon;

    @Option(names = "--policy", paramLabel = "FILE", description = "What is allowed, see examples/policy.yaml.")
    @Nullable
    Path policy;

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
                defaults.explicit(),
                defaults.horizonOfRule()));
    }

    private Duration settle(CommandSpec spec) {
        try {
            return Durations.parse(warmup);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--warmup: " + wrong.getMessage(), wrong);
        }
    }
}
