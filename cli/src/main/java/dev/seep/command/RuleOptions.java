package dev.seep.command;

import dev.seep.run.UsageException;
import dev.seep.sample.Durations;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the rules of judgement. */
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

    @Mixin
    final PolicyOption policy = new PolicyOption();

    /** Policy of the file, or else the recorded one, with the values of the flags put above it. */
    Policy policy(Path folder, Policy recorded) {
        Policy base = policy.or(recorded, folder);
        Allowance defaults = base.defaults();
        return base.withDefaults(new Allowance(
                defaults.growthPerHour(),
                defaults.ceiling(),
                horizon == null ? defaults.horizon() : horizon,
                warmup.equals("auto") ? defaults.settle() : settle(),
                defaults.severity(),
                defaults.known(),
                defaults.explicit(),
                defaults.horizonOfRule()));
    }

    private Duration settle() {
        try {
            return Durations.parse(warmup);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--warmup: " + wrong.getMessage(), wrong);
        }
    }
}
