package dev.seep.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which targets: kubectl's flags mean what they mean in kubectl. */
final class SelectionOptions {
    /** The sources of targets. */
    enum SourceKind {
        KUBERNETES,
        AGENT,
        DOCKER,
        LOCAL
    }

    @Option(
            names = "--source",
            paramLabel = "kubernetes|agent|docker|local",
            description = {
                "Where the targets are. Default: kubernetes, or local with --pid or a command after --.",
                "agent: of Kubernetes, seen by the agents of their nodes (seep manifest agent) instead of by execs.",
                "docker: of Docker or Podman, at DOCKER_HOST or the usual sockets."
            })
    @Nullable
    SourceKind source;

    @Option(
            names = "--agents",
            paramLabel = "NS",
            description = {
                "Namespace of the node agents, for --source agent and for containers that have no shell. Default: "
                        + Sources.AGENTS + "."
            })
    @Nullable
    String agents;

    @Option(
            names = "--debug-image",
            paramLabel = "IMAGE",
            description = {
                "Put an ephemeral container of this image, which must have sh, beside each container that has no shell,",
                "and measure from there. Kubernetes removes it with the pod and not before; none is added twice."
            })
    @Nullable
    String debugImage;

    @Option(
            names = {"-n", "--namespace"},
            split = ",",
            paramLabel = "NS",
            description =
                    "Namespaces to poll. Default: the one of the context. With --source docker: projects of Compose, "
                            + "by default all containers.")
    List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Poll all namespaces.")
    boolean allNamespaces;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only pods or containers with these labels, such as app=web.")
    @Nullable
    String selector;

    @Option(
            names = "--field-selector",
            paramLabel = "SELECTOR",
            description = "Only pods with these fields, such as spec.nodeName=node1.")
    @Nullable
    String fieldSelector;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "REGEX",
            description = "Only containers whose name matches.")
    @Nullable
    String container;

    @Option(
            names = {"-E", "--exclude-container"},
            paramLabel = "REGEX",
            description = "No containers whose name matches.")
    @Nullable
    String excludeContainer;

    @Option(names = "--init-containers", description = "Also init containers, while they run.")
    boolean initContainers;

    @Option(names = "--ephemeral-containers", description = "Also ephemeral containers.")
    boolean ephemeralContainers;

    @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
    @Nullable
    String context;

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Default: $KUBECONFIG, or ~/.kube/config.")
    @Nullable
    Path kubeconfig;

    @Option(names = "--pid", split = ",", paramLabel = "PID", description = "Watch running processes of this machine.")
    List<Long> pids = new ArrayList<>();

    @Parameters(
            paramLabel = "KIND/NAME",
            arity = "0..*",
            description = "Only the pods of these, such as deployment/web. With --source docker: containers, or "
                    + "services of Compose, by name.")
    List<String> workloads = new ArrayList<>();
}
