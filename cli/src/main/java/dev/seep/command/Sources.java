package dev.seep.command;

import dev.seep.probe.Transport;
import dev.seep.session.SoakPlan;
import dev.seep.source.SourceException;
import dev.seep.source.TargetSource;
import dev.seep.source.docker.DockerSource;
import dev.seep.source.kubernetes.KubernetesConnection;
import dev.seep.source.kubernetes.KubernetesSelection;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.local.LocalSource;
import dev.seep.source.local.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Makes the source of targets that was asked for. */
final class Sources {
    /** A source and what it looks for, for the message that it found nothing. */
    record Chosen(TargetSource source, String kind, String lookedFor, boolean endsWithTargets) {
        /** What of the usual is not measured, and why; known in full once the source is started. */
        List<String> leftOut(ProbePlan planned) {
            List<String> all = new ArrayList<>(planned.leftOut());
            all.addAll(source.leftOut());
            return all;
        }
    }

    /** Where agents are unless one says otherwise. */
    static final String AGENTS = "seep-agent";

    private static final String AGENT = "agent";
    private static final String LOCAL = "local";

    private final Surroundings surroundings;
    private final CommandSpec spec;
    private final boolean goesOn;

    /** @param goesOn whether what is polled was polled before and told what was wrong */
    Sources(Surroundings surroundings, CommandSpec spec, boolean goesOn) {
        this.surroundings = surroundings;
        this.spec = spec;
        this.goesOn = goesOn;
    }

    /** @param output where a started command writes to */
    Chosen choose(SelectionOptions selection, List<String> command, ProbePlan planned, Path output)
            throws SourceException {
        boolean docker = selection.source == SelectionOptions.SourceKind.DOCKER;
        boolean local = !command.isEmpty()
                || !selection.pids.isEmpty()
                || selection.source == SelectionOptions.SourceKind.LOCAL;
        if ((local || docker) && !planned.objectKinds().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--probe objects counts objects of a cluster: leave it out on this machine");
        }
        if (docker) {
            new DockerOptions(spec, selection).refuse("-- COMMAND", !command.isEmpty(), ": leave one of the two out");
            DockerSource source = docker(selection);
            return new Chosen(source, "docker", source.lookedFor(), false);
        }
        if (!command.isEmpty()) {
            return new Chosen(
                    LocalSource.programs(List.of(Program.of(command, output))), LOCAL, "process of the command", true);
        }
        if (!selection.pids.isEmpty()) {
            return new Chosen(LocalSource.pids(selection.pids), LOCAL, "process with these IDs", true);
        }
        if (selection.source == SelectionOptions.SourceKind.LOCAL) {
            throw new ParameterException(
                    spec.commandLine(), "the source local needs processes: give --pid PID, or -- COMMAND ARGS");
        }
        KubernetesSource source = KubernetesSource.connect(connection(selection), kubernetes(selection))
                .counting(planned.objectKinds(), planned.counting(), surroundings.clock())
                .watchingEvents(goesOn);
        if (planned.countsAlone()) {
            return new Chosen(source.alone(), "kubernetes", source.lookedFor(), false);
        }
        String agents = agents(selection);
        if (selection.debugImage != null && (agents != null || selection.agents != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--debug-image does not go with node agents, which need no shell: leave one out");
        }
        if (agents != null) {
            return new Chosen(source.throughAgents(agents), AGENT, source.lookedFor(), false);
        }
        withoutShells(source, selection);
        return new Chosen(source, "kubernetes", source.lookedFor(), false);
    }

    /** Chooses what stands in where a container has no shell. */
    static void withoutShells(KubernetesSource source, SelectionOptions selection) {
        if (selection.debugImage != null) {
            source.throughDebugContainers(selection.debugImage);
        } else {
            source.throughAgentsWhereNoShell(Objects.requireNonNullElse(selection.agents, AGENTS));
        }
    }

    DockerSource docker(SelectionOptions selection) throws SourceException {
        return DockerSource.connect(
                surroundings.environment(),
                new DockerOptions(spec, selection)
                        .selection(
                                pattern("--container", selection.container),
                                pattern("--exclude-container", selection.excludeContainer)));
    }

    /** Refuses what would have to run something in a container, where nothing is run. */
    void refuseShells(Chosen chosen, SoakPlan soak) {
        soak.beside().stream()
                .filter(measurement ->
                        chosen.kind().equals(AGENT) && !(measurement.transport() instanceof Transport.Fetch))
                .findFirst()
                .ifPresent(measurement -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--probe " + measurement.name() + " runs something in the containers, which --source agent "
                                    + "does not: leave one of them out, or measure it by a run of its own");
                });
    }

    /** Where the agents are through which is polled, null if it is polled otherwise. */
    static @Nullable String agents(SelectionOptions selection) {
        if (selection.source != SelectionOptions.SourceKind.AGENT) {
            return null;
        }
        return selection.agents == null ? AGENTS : selection.agents;
    }

    KubernetesConnection connection(SelectionOptions selection) {
        return new KubernetesConnection(selection.kubeconfig, selection.context, surroundings.environment());
    }

    KubernetesSelection kubernetes(SelectionOptions selection) {
        return new KubernetesSelection(
                selection.namespaces,
                selection.allNamespaces,
                selection.selector,
                selection.fieldSelector,
                pattern("--container", selection.container),
                pattern("--exclude-container", selection.excludeContainer),
                selection.initContainers,
                selection.ephemeralContainers,
                selection.workloads);
    }

    private @Nullable Pattern pattern(String option, @Nullable String regex) {
        try {
            return regex == null ? null : Pattern.compile(regex);
        } catch (PatternSyntaxException wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": '" + regex + "' is not a regular expression: " + wrong.getDescription(),
                    wrong);
        }
    }
}
