package dev.seep.command;

import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option of the policy file. */
final class PolicyOption {
    @Option(names = "--policy", paramLabel = "FILE", description = "What is allowed, see examples/policy.yaml.")
    @Nullable
    Path policy;

    /** The policy of the file, or else the other one. */
    Policy or(Policy other, Path folder) {
        return policy == null ? other : PolicyReader.read(folder.resolve(policy));
    }
}
