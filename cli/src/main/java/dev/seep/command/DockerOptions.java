package dev.seep.command;

import dev.seep.source.docker.DockerSelection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the options of a selection mean to Docker and Podman. */
final class DockerOptions {
    private final CommandSpec spec;
    private final SelectionOptions selection;

    DockerOptions(CommandSpec spec, SelectionOptions selection) {
        this.spec = spec;
        this.selection = selection;
    }

    /** @throws ParameterException if there is an option that only clusters know */
    DockerSelection selection(@Nullable Pattern include, @Nullable Pattern exclude) {
        refuse("--all-namespaces", selection.allNamespaces, ": without -n all containers are polled");
        refuse("--field-selector", selection.fieldSelector != null, "");
        refuse("--init-containers", selection.initContainers, "");
        refuse("--ephemeral-containers", selection.ephemeralContainers, "");
        refuse("--context", selection.context != null, ": DOCKER_HOST says which engine");
        refuse("--kubeconfig", selection.kubeconfig != null, ": DOCKER_HOST says which engine");
        refuse("--agents", selection.agents != null, "");
        refuse("--debug-image", selection.debugImage != null, "");
        refuse("--pid", !selection.pids.isEmpty(), ": it is for --source local");
        try {
            return new DockerSelection(selection.namespaces, selection.selector, include, exclude, selection.workloads);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--selector " + wrong.getMessage(), wrong);
        }
    }

    void refuse(String option, boolean given, String wayOut) {
        if (given) {
            throw new ParameterException(spec.commandLine(), option + " means nothing to --source docker" + wayOut);
        }
    }
}
