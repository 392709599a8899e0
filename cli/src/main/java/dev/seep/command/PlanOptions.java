package dev.seep.command;

import dev.seep.run.DefaultProbes;
import dev.seep.run.DefaultSchedule;
import dev.seep.run.ProbePlan;
import dev.seep.run.ProbeSpec;
import dev.seep.run.UsageException;
import dev.seep.session.Budget;
import dev.seep.session.SessionMode;
import dev.seep.session.SoakPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                "What to measure: memory, fds, processes, threads, zombies, sockets; default: these, and about 60 times a run",
                "what containers write to their disk, and objects of the namespaces where that is allowed. On demand",
                "disk, disk:path=/data   volumes, and the files below a path",
                "objects, objects:kinds=jobs,widgets.example.com   objects of the cluster",
                "jvm   heap, metaspace, classes and threads of Java processes",
                "NAME=cmd:COMMAND, NAME=script:FILE, NAME=http:PORT/PATH   a number of one's own, beside the others.",
                "With :every=DURATION it is measured more rarely. Default: default."
            })
    List<String> probes = new ArrayList<>();

    @Option(
            names = "--session",
            paramLabel = "MODE",
            defaultValue = "auto",
            description =
                    "Keep a shell in each container (keep), start one for each poll (once), or what is cheaper (auto).")
    SessionMode session = SessionMode.AUTO;

    @Option(
            names = "--qps",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Polls per second at the most, over all targets; -1 for no bound.")
    double qps = -1;

    @Option(
            names = "--burst",
            paramLabel = "N",
            defaultValue = "100",
            description = "Polls at once after a quiet time.")
    int burst = 100;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Shells that are kept open at the most; other targets are asked one-shot.")
    int maxSessions = 20_000;

    /**
     * @param folder of script files
     * @param polled length of polling, null for without end
     */
    ProbePlan probes(Path folder, DefaultProbes added, @Nullable Duration polled) {
        try {
            if (every.isZero()) {
                throw new IllegalArgumentException("--every must be more than 0s");
            }
            return ProbePlan.of(ProbeSpec.all(probes), new DefaultSchedule(every, polled), folder, added);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
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
                session,
                budget(),
                endsWithTargets,
                planned.beside());
    }

    private Budget budget() {
        Budget usual = Budget.DEFAULT;
        double rate = qps > 0 ? qps : Double.POSITIVE_INFINITY;
        return new Budget(rate, Math.max(1, burst), usual.startsPerNode(), usual.starts(), maxSessions);
    }
}
