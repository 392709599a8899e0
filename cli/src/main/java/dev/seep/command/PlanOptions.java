package dev.seep.command;

import dev.seep.run.DefaultProbes;
import dev.seep.run.DefaultSchedule;
import dev.seep.run.ProbePlan;
import dev.seep.run.ProbeSpec;
import dev.seep.run.UsageException;
import dev.seep.session.SoakPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of probes and interval. */
final class PlanOptions {
    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "Interval of the polls of each target. Default: ${DEFAULT-VALUE}.")
    Duration every = Duration.ofSeconds(30);

    @Option(
            names = "--probe",
            paramLabel = "PROBE",
            description = {
                "What to measure, several with commas. Left out, it is default:",
                "memory,fds,processes,threads,zombies,sockets, and about 60 times a run disk and objects.",
                "disk, disk:path=/data: volumes, and the files below a path",
                "objects, objects:kinds=jobs,widgets.example.com: objects of the cluster",
                "jvm: heap, metaspace, classes and threads of Java processes",
                "NAME=cmd:COMMAND, NAME=script:FILE, NAME=http:PORT/PATH: a number of one's own",
                "With :every=DURATION it is measured more rarely."
            })
    List<String> probes = new ArrayList<>();

    @Mixin
    private final LoadOptions load = new LoadOptions();

    /**
     * @param folder of script files
     * @param polled length of polling, null for without end
     */
    ProbePlan probes(Path folder, DefaultProbes added, @Nullable Duration polled) {
        if (every.isZero()) {
            throw new UsageException("--every must be more than 0s");
        }
        try {
            return ProbePlan.of(ProbeSpec.all(probes), new DefaultSchedule(every, polled), folder, added);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--probe: " + wrong.getMessage(), wrong);
        }
    }

    /** Names of the probes that were asked for, those that are usual apart. */
    List<String> asked() {
        return ProbeSpec.all(probes).stream()
                .map(ProbeSpec::name)
                .filter(name -> !name.equals(ProbePlan.USUAL))
                .toList();
    }

    /** @param polled length of polling, null for without end */
    SoakPlan soak(ProbePlan planned, boolean endsWithTargets, @Nullable Duration polled) {
        return new SoakPlan(
                every,
                polled,
                planned.probes(),
                planned.thinned(),
                load.session,
                load.budget(),
                endsWithTargets,
                planned.beside());
    }
}
