package dev.seep.command;

import dev.seep.probe.ProbeSet;
import dev.seep.sample.Durations;
import dev.seep.session.Budget;
import dev.seep.session.SessionMode;
import dev.seep.session.SoakPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is measured, and how often. */
final class PlanOptions {
    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "Interval of the polls of each target. Default: ${DEFAULT-VALUE}.")
    Duration every = Duration.ofSeconds(30);

    @Option(
            names = "--probe",
            split = ",",
            paramLabel = "PROBE[:every=DURATION]",
            description = "What to measure: memory, fds, processes, threads, zombies, sockets. Default: all of them.")
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

    /** @param polled how long to poll, null for without end */
    SoakPlan soak(CommandSpec spec, boolean endsWithTargets, @Nullable Duration polled) {
        List<String> names = new ArrayList<>();
        Map<String, Duration> thinned = new LinkedHashMap<>();
        try {
            if (every.isZero()) {
                throw new IllegalArgumentException("--every must be more than 0s");
            }
            for (String probe : probes) {
                String[] parts = probe.split(":every=", 2);
                names.add(parts[0]);
                if (parts.length == 2) {
                    thinned.put(parts[0], Durations.parse(parts[1]));
                }
            }
            return new SoakPlan(every, polled, ProbeSet.named(names), thinned, session, budget(), endsWithTargets);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Budget budget() {
        Budget usual = Budget.DEFAULT;
        double rate = qps > 0 ? qps : Double.POSITIVE_INFINITY;
        return new Budget(rate, Math.max(1, burst), usual.startsPerNode(), usual.starts(), maxSessions);
    }
}
