package dev.seep.run;

import dev.seep.source.SourceException;
import dev.seep.source.docker.DockerSource;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.local.LaunchedCommand;
import dev.seep.source.local.LocalSource;
import java.nio.file.Path;
import java.util.List;

/** Factory of the source of targets that was asked for. */
public record SourceFactory(CliEnvironment environment, TargetSelection selection) {
    static final String AGENT = "agent";
    private static final String LOCAL = "local";
    private static final String KUBERNETES = "kubernetes";

    /**
     * The source of a run.
     *
     * @param output file of a started command's output
     * @param goesOn whether the run was polled before and told its faults
     * @throws UsageException if the selection or the probes make no sense there
     */
    public SourceSelection choose(ProbePlan planned, Path output, boolean goesOn) throws SourceException {
        if ((selection.isLocal() || selection.isDocker())
                && !planned.objectKinds().isEmpty()) {
            throw new UsageException("--probe objects counts objects of a cluster: leave it out on this machine");
        }
        if (selection.isDocker()) {
            DockerSource source = docker();
            tell(source.lookedFor());
            return new SourceSelection(source, "docker", source.lookedFor(), false);
        }
        return selection.isLocal() ? local(output) : cluster(planned, goesOn);
    }

    private SourceSelection local(Path output) {
        if (!selection.command().isEmpty()) {
            LocalSource source = LocalSource.programs(List.of(LaunchedCommand.of(selection.command(), output)));
            return new SourceSelection(source, LOCAL, "process of the command", true);
        }
        if (selection.pids().isEmpty()) {
            throw new UsageException("the source local needs processes: give --pid PID, or -- COMMAND ARGS");
        }
        return new SourceSelection(LocalSource.pids(selection.pids()), LOCAL, "process with these IDs", true);
    }

    private SourceSelection cluster(ProbePlan planned, boolean goesOn) throws SourceException {
        KubernetesSource source = KubernetesSource.connect(connection(), selection.kubernetes())
                .counting(planned.objectKinds(), planned.counting(), environment.clock())
                .watchingEvents(goesOn);
        tell(source.lookedFor());
        if (planned.countsAlone()) {
            return new SourceSelection(source.alone(), KUBERNETES, source.lookedFor(), false);
        }
        String agents = selection.agentsToPoll();
        if (selection.debugImage() != null && (agents != null || selection.agents() != null)) {
            throw new UsageException("--debug-image does not go with node agents, which need no shell: leave one out");
        }
        if (agents != null) {
            return new SourceSelection(source.throughAgents(agents), AGENT, source.lookedFor(), false);
        }
        withoutShells(source);
        return new SourceSelection(source, KUBERNETES, source.lookedFor(), false);
    }

    /** What is asked may take its time, or never answer. */
    private void tell(String lookedFor) {
        environment.say("looking for " + lookedFor);
    }

    /** Chooses the stand-in for a missing shell. */
    void withoutShells(KubernetesSource source) {
        if (selection.debugImage() != null) {
            source.throughDebugContainers(selection.debugImage());
        } else {
            source.throughAgentsWhereNoShell(selection.agentNamespace());
        }
    }

    /** @throws UsageException if there is an option that only clusters know */
    DockerSource docker() throws SourceException {
        return DockerSource.connect(environment.variables(), DockerFlags.selection(selection));
    }

    KubernetesConnection connection() {
        return new KubernetesConnection(selection.kubeconfig(), selection.context(), environment.variables());
    }
}
