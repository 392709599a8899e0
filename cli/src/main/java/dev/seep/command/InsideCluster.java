package dev.seep.command;

import dev.seep.manifest.Yaml;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What of a command line goes into a cluster: the same selection and plan, read by the account of a pod. */
final class InsideCluster {
    private final CommandSpec spec;
    private final SelectionOptions selection;

    /** @throws ParameterException if that is about this machine, or does not say where to poll */
    InsideCluster(CommandSpec spec, SelectionOptions selection) {
        this.spec = spec;
        this.selection = selection;
        refuse("--context", selection.context);
        refuse("--kubeconfig", selection.kubeconfig);
        refuse("--pid", selection.pids.isEmpty() ? null : selection.pids);
        refuse(
                "--source",
                selection.source == SelectionOptions.SourceKind.LOCAL
                                || selection.source == SelectionOptions.SourceKind.DOCKER
                        ? selection.source
                        : null);
        if (selection.debugImage != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--debug-image changes pods, which the account of a manifest may not: run seep outside for it");
        }
        if (selection.namespaces.isEmpty() && !selection.allNamespaces) {
            throw new ParameterException(
                    spec.commandLine(), "name what is polled: namespaces with -n, or all of them with -A");
        }
    }

    private void refuse(String option, @Nullable Object value) {
        if (value != null) {
            throw new ParameterException(
                    spec.commandLine(), option + " means nothing inside a cluster: leave it out of the manifest");
        }
    }

    List<String> arguments() {
        return PlanArguments.of(spec, selection, List.of());
    }

    /** None for all. */
    List<String> namespaces() {
        return selection.allNamespaces
                ? List.of()
                : selection.namespaces.stream().distinct().toList();
    }

    /** Where the agents are through which is polled, null if it is polled by execs. */
    @Nullable
    String agents() {
        return Sources.agents(selection);
    }

    /** The text of the file that says this, null for what is allowed anyway. */
    static @Nullable String text(Policy policy) {
        return policy.asMap().equals(Policy.DEFAULT.asMap()) ? null : Yaml.text(policy.asMap());
    }
}
