package dev.seep.command;

import dev.seep.manifest.Placement;
import dev.seep.manifest.PollingManifest;
import dev.seep.manifest.Yaml;
import dev.seep.run.ProbePlan;
import dev.seep.run.TargetSelection;
import dev.seep.run.TargetSelection.SourceKind;
import dev.seep.run.UsageException;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Part of a command line that goes into a cluster: the same selection and plan, read by the account of a pod. */
final class InClusterArguments {
    private final CommandSpec spec;
    private final TargetSelection targets;

    /** @throws UsageException if that is about this machine, or does not say where to poll */
    InClusterArguments(CommandSpec spec, TargetSelection targets) {
        this.spec = spec;
        this.targets = targets;
        refuse("--context", targets.context());
        refuse("--kubeconfig", targets.kubeconfig());
        refuse("--pid", targets.pids().isEmpty() ? null : targets.pids());
        refuse(
                "--source",
                targets.source() == SourceKind.LOCAL || targets.source() == SourceKind.DOCKER
                        ? targets.source()
                        : null);
        if (targets.debugImage() != null) {
            throw new UsageException(
                    "--debug-image changes pods, which the account of a manifest may not: run seep outside for it");
        }
        if (targets.namespaces().isEmpty() && !targets.allNamespaces()) {
            throw new UsageException("name what is polled: namespaces with -n, or all of them with -A");
        }
        var unused = targets.kubernetes(); // better refused here than in the cluster
    }

    private void refuse(String option, @Nullable Object value) {
        if (value != null) {
            throw new UsageException(option + " means nothing inside a cluster: leave it out of the manifest");
        }
    }

    /** Manifest of the polling there, by this policy. */
    PollingManifest manifest(Placement placement, Policy policy, ProbePlan planned) {
        boolean usual = policy.asMap().equals(Policy.DEFAULT.asMap());
        return new PollingManifest(
                placement,
                PlanArguments.set(spec, targets),
                usual ? null : Yaml.text(policy.asMap()),
                targets.allNamespaces()
                        ? List.of()
                        : targets.namespaces().stream().distinct().toList(),
                targets.agentsToPoll(),
                planned.objectKinds());
    }
}
