package dev.seep.command;

import dev.seep.run.TargetSelection;
import dev.seep.run.TargetSelection.SourceKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
                "Put an ephemeral container of this image, which must have sh, beside each container that has no shell,",
                "and measure from there. Kubernetes removes it with the pod and not before; none is added twice."
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
            description = "Only containers whose name matches.")
    private @Nullable String container;

    @Option(
            names = {"-E", "--exclude-container"},
            paramLabel = "REGEX",
            description = "No containers whose name matches.")
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
