package dev.seep.run;

import dev.seep.source.docker.DockerSelection;
import java.util.regex.Pattern;

/** Translation of selection options for Docker and Podman. */
final class DockerFlags {
    private DockerFlags() {}

    /** @throws UsageException if there is an option that only clusters or this machine know */
    static DockerSelection selection(TargetSelection asked) {
        refuse("-- COMMAND", !asked.command().isEmpty(), ": leave one of the two out");
        Pattern include = asked.containerPattern();
        Pattern exclude = asked.excludeContainerPattern();
        refuse("--all-namespaces", asked.allNamespaces(), ": without -n all containers are polled");
        refuse("--field-selector", asked.fieldSelector() != null, "");
        refuse("--init-containers", asked.initContainers(), "");
        refuse("--ephemeral-containers", asked.ephemeralContainers(), "");
        refuse("--context", asked.context() != null, ": DOCKER_HOST says which engine");
        refuse("--kubeconfig", asked.kubeconfig() != null, ": DOCKER_HOST says which engine");
        refuse("--agents", asked.agents() != null, "");
        refuse("--debug-image", asked.debugImage() != null, "");
        refuse("--pid", !asked.pids().isEmpty(), ": it is for --source local");
        try {
            return new DockerSelection(asked.namespaces(), asked.selector(), include, exclude, asked.workloads());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--selector " + wrong.getMessage(), wrong);
        }
    }

    private static void refuse(String option, boolean given, String wayOut) {
        if (given) {
            throw new UsageException(option + " means nothing to --source docker" + wayOut);
        }
    }
}
