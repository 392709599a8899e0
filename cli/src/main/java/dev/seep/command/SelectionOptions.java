package dev.seep.command;

import dev.seep.run.TargetSelection;
import dev.seep.run.TargetSelection.SourceKind;
import dev.seep.run.UsageException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** Options that select targets: kubectl's flags mean the same here. */
final class SelectionOptions {
    @Option(
            names = "--source",
            paramLabel = "kubernetes|agent|docker|local",
            description = {
                "Where the targets are. Default: kubernetes, or local with --pid or a command after --.",
                "agent: of Kubernetes, seen by the agents of their nodes (seep manifest agent) instead of by execs.",
                "docker: of Docker or Podman, at DOCKER_HOST or the usual sockets."
            })
    private @Nullable SourceKind source;

    @Option(
            names = "--agents",
            paramLabel = "NS",
            description = {
                "Namespace of the node agents, for --source agent and for containers that have no shell. Default: "
                        + TargetSelection.AGENTS + "."
            })
    private @Nullable String agents;

    @Option(
            names = "--debug-image",
            paramLabel = "IMAGE",
            description = {
                "Put an ephemeral container of this image, which must have sh, beside each container that has no shell, "
                        + "and measure from there. Kubernetes removes it with the pod and not before; none is added "
                        + "twice."
            })
    private @Nullable String debugImage;

    @Option(
            names = {"-n", "--namespace"},
            split = ",",
            paramLabel = "NS",
            description =
                    "Namespaces to poll. Default: the one of the context. With --source docker: projects of Compose, "
                            + "by default all containers.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Poll all namespaces.")
    private boolean allNamespaces;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only pods or containers with these labels, such as app=web.")
    private @Nullable String selector;

    @Option(
            names = "--field-selector",
            paramLabel = "SELECTOR",
            description = "Only pods with these fields, such as spec.nodeName=node1.")
    private @Nullable String fieldSelector;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "REGEX",
            description = "Only containers whose name has a match: app fits web-app too, ^app$ does not.")
    private @Nullable String container;

    @Option(
            names = {"-E", "--exclude-container"},
            paramLabel = "REGEX",
            description = "No containers whose name has a match.")
    private @Nullable String excludeContainer;

    @Option(names = "--init-containers", description = "Also init containers, while they run.")
    private boolean initContainers;

    @Option(names = "--ephemeral-containers", description = "Also ephemeral containers.")
    private boolean ephemeralContainers;

    @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
    private @Nullable String context;

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Default: $KUBECONFIG, or ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(names = "--pid", split = ",", paramLabel = "PID", description = "Watch running processes of this machine.")
    private List<Long> pids = new ArrayList<>();

    @Parameters(
            paramLabel = "KIND/NAME",
            arity = "0..*",
            description = "Only the pods of these, such as deployment/web. With --source docker: containers, or "
                    + "services of Compose, by name.")
    private List<String> workloads = new ArrayList<>();

    /**
     * Refuses what was typed in vain: settings of elsewhere may be there for other runs.
     *
     * @param typed options of the command line
     * @param command words after {@code --}, may be empty
     * @throws UsageException if processes of this machine are asked for, and options that mean nothing to them
     */
    void refuseBesideProcesses(ParseResult typed, List<String> command) {
        boolean local = source == SourceKind.LOCAL || !pids.isEmpty() || !command.isEmpty();
        if (!local || source == SourceKind.DOCKER) {
            return;
        }
        if (!pids.isEmpty() && !command.isEmpty()) {
            throw new UsageException("--pid does not go with a command after --: leave one of the two out");
        }
        if (!workloads.isEmpty()) {
            throw new UsageException("'" + workloads.get(0) + "' means nothing to processes of this machine; a command "
                    + "to start goes after --");
        }
        typed.matchedOptions().stream()
                .filter(option -> option.userObject() instanceof Field field
                        && field.getDeclaringClass() == SelectionOptions.class)
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--pid") && !(name.equals("--source") && source == SourceKind.LOCAL))
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageException(name + " means nothing to processes of this machine: leave it out");
                });
    }

    /**
     * Selection of targets by these options.
     *
     * @param command words after {@code --}, may be empty
     */
    TargetSelection targets(List<String> command) {
        return new TargetSelection(
                source,
                agents,
                debugImage,
                namespaces,
                allNamespaces,
                selector,
                fieldSelector,
                container,
                excludeContainer,
                initContainers,
                ephemeralContainers,
                context,
                kubeconfig,
                pids,
                workloads,
                command);
    }
}
