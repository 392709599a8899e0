package dev.seep.command;

import dev.seep.sample.Quantity;
import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.docker.DockerSource;
import java.util.List;

/** What a doctor looks at where containers run in Docker or Podman. */
final class EngineCheckup {
    private final DockerSource source;

    EngineCheckup(DockerSource source) {
        this.source = source;
    }

    void tell(SoakPlan soak, Diagnosis diagnosis) throws SourceException {
        FoundTargets found = new FoundTargets();
        diagnosis.fine("engine", source.version());
        source.start(found);
        List<LiveTarget> containers = found.containers();
        if (containers.isEmpty()) {
            diagnosis.fault("targets", "found no " + source.lookedFor() + "; start them, or choose others");
            return;
        }
        diagnosis.fine("targets", Quantity.count(containers.size()) + " " + source.lookedFor());
        if (!source.onHostNetwork().isEmpty()) {
            diagnosis.remark(
                    "network",
                    String.join(", ", source.onHostNetwork())
                            + ": on the network of the host, so that the sockets counted are those of the machine");
        }
        DoctorCommand.shells(found.oneOfEach(), diagnosis);
        DoctorCommand.load(containers, soak, false, diagnosis);
    }
}
