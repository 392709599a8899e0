package dev.seep.run;

import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.docker.DockerSource;
import java.util.List;

/** Checkup of Docker or Podman: whether a run could measure there. */
public record EngineCheckup(SourceFactory sources, SoakPlan soak, Diagnosis diagnosis) {
    /** Tells the diagnosis all about it. */
    public void run() {
        try (DockerSource source = sources.docker()) {
            check(source);
        } catch (SourceException failure) {
            diagnosis.fault("engine", String.valueOf(failure.getMessage()));
        }
    }

    private void check(DockerSource source) throws SourceException {
        InitialTargets found = new InitialTargets();
        diagnosis.fine("engine", source.version());
        source.start(found);
        List<LiveTarget> containers = found.containers();
        if (!diagnosis.hasFound(containers, source.lookedFor())) {
            return;
        }
        if (!source.onHostNetwork().isEmpty()) {
            diagnosis.remark(
                    "network",
                    String.join(", ", source.onHostNetwork())
                            + ": on the network of the host, so that the sockets counted are those of the machine");
        }
        ShellCheckup.shells(found.oneOfEach(), diagnosis);
        diagnosis.load(containers, soak, false);
    }
}
