package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.ClusterCheckup;
import dev.seep.run.DefaultProbes;
import dev.seep.run.Diagnosis;
import dev.seep.run.EngineCheckup;
import dev.seep.run.ProbePlan;
import dev.seep.run.SourceFactory;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.session.SoakPlan;
import dev.seep.store.SampleFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Command {@code doctor}: checks whether a run could measure, with remedies if not. */
@Command(
        name = "doctor",
        abbreviateSynopsis = true,
        description = {
            "Checks whether a run could measure, and says what to do if not.",
            "It looks at the connection, the rights, a shell in the chosen containers, and the load.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exits with 0 if a run can measure, with 4 if not. Rules that are missing are",
            "printed as YAML.",
            "",
            "Examples:",
            "  seep doctor -n shop",
            "  seep doctor -A -l tier=backend --every 10s",
            "  seep doctor --source docker -n shop",
        })
final class DoctorCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final LengthOptions length = new LengthOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    DoctorCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        TargetSelection targets = selection.targets(List.of());
        if (targets.isLocal()) {
            throw new UsageException(
                    "processes of this machine need nothing that could be checked beforehand: seep run "
                            + "says at once what is wrong");
        }
        ProbePlan planned =
                plan.probes(environment.folder(), DefaultProbes.of(targets, SampleFormat.JSONL), length.length);
        SoakPlan soak = plan.soak(planned, false, length.length);
        SourceFactory sources = new SourceFactory(environment, targets);
        Diagnosis diagnosis = new Diagnosis(environment.out());
        if (targets.isDocker()) {
            new EngineCheckup(sources, soak, diagnosis).run();
        } else {
            new ClusterCheckup(sources, planned, soak, diagnosis).run();
        }
        return (diagnosis.isFaulty() ? ExitCode.CANNOT_MEASURE : ExitCode.PASS).number();
    }
}
