package dev.seep.run;

import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.source.kubernetes.pods.OwnerName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Selection of targets, as the options of the same names say it.
 *
 * @param source null if it was not said
 * @param agents namespace of the node agents, null if it was not said
 * @param container a regular expression, and so is {@code excludeContainer}
 * @param pids of running processes of this machine
 * @param workloads such as {@code deployment/web}
 * @param command to start and watch, with its arguments; empty for none
 */
public record TargetSelection(
        @Nullable SourceKind source,
        @Nullable String agents,
        @Nullable String debugImage,
        List<String> namespaces,
        boolean allNamespaces,
        @Nullable String selector,
        @Nullable String fieldSelector,
        @Nullable String container,
        @Nullable String excludeContainer,
        boolean initContainers,
        boolean ephemeralContainers,
        @Nullable String context,
        @Nullable Path kubeconfig,
        List<Long> pids,
        List<String> workloads,
        List<String> command) {
    public enum SourceKind {
        KUBERNETES,
        AGENT,
        DOCKER,
        LOCAL
    }

    /** Default namespace of the agents. */
    public static final String AGENTS = "seep-agent";

    public TargetSelection {
        namespaces = List.copyOf(namespaces);
        pids = List.copyOf(pids);
        workloads = List.copyOf(workloads);
        command = List.copyOf(command);
    }

    /** Whether processes of this machine are meant. */
    public boolean isLocal() {
        return !command.isEmpty() || !pids.isEmpty() || source == SourceKind.LOCAL;
    }

    public boolean isDocker() {
        return source == SourceKind.DOCKER;
    }

    boolean isThroughAgents() {
        return source == SourceKind.AGENT;
    }

    /** Namespace of the agents, asked for or not. */
    String agentNamespace() {
        return Objects.requireNonNullElse(agents, AGENTS);
    }

    /** Namespace of the agents to poll through, null to poll otherwise. */
    public @Nullable String agentsToPoll() {
        return isThroughAgents() ? agentNamespace() : null;
    }

    /** @throws UsageException if that is no regular expression */
    @Nullable
    Pattern containerPattern() {
        return pattern("--container", container);
    }

    /** @throws UsageException if that is no regular expression */
    @Nullable
    Pattern excludeContainerPattern() {
        return pattern("--exclude-container", excludeContainer);
    }

    /**
     * What is selected in a cluster.
     *
     * @throws UsageException if a pattern or a workload is none
     */
    public KubernetesSelection kubernetes() {
        return new KubernetesSelection(
                namespaces,
                allNamespaces,
                selector,
                fieldSelector,
                containerPattern(),
                excludeContainerPattern(),
                initContainers,
                ephemeralContainers,
                owners());
    }

    private List<OwnerName> owners() {
        try {
            return workloads.stream().map(OwnerName::parse).toList();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static @Nullable Pattern pattern(String option, @Nullable String regex) {
        try {
            return regex == null ? null : Pattern.compile(regex);
        } catch (PatternSyntaxException wrong) {
            throw new UsageException(
                    option + ": '" + regex + "' is not a regular expression: " + wrong.getDescription(), wrong);
        }
    }
}
