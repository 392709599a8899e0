package dev.seep.command;

import dev.seep.session.SessionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured, how often, for how long. */
final class PlanOptions {
    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long to poll, such as 8h. Default: until Ctrl-C, or until the watched processes end.")
    @Nullable Duration length;

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

    @Option(names = "--burst", paramLabel = "N", defaultValue = "100", description = "Polls at once after a quiet time.")
    int burst = 100;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Shells that are kept open at the most; other targets are asked one-shot.")
    int maxSessions = 20_000;
}
