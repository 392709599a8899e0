package dev.seep.command;

import dev.seep.session.Budget;
import dev.seep.session.SessionMode;
import picocli.CommandLine.Option;

/** Options of the load that polling may be. */
final class LoadOptions {
    @Option(
            names = "--session",
            paramLabel = "auto|keep|once",
            defaultValue = "auto",
            description = "Keep a shell in each container, start one for each poll, or do what is cheaper. "
                    + "Default: ${DEFAULT-VALUE}.")
    SessionMode session = SessionMode.AUTO;

    @Option(
            names = "--qps",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Polls per second at the most, over all targets. Default: ${DEFAULT-VALUE}, no bound.")
    private double qps = -1;

    @Option(
            names = "--burst",
            paramLabel = "N",
            defaultValue = "100",
            description = "With --qps: polls at once after a quiet time. Default: ${DEFAULT-VALUE}.")
    private int burst = 100;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Shells that are kept open at the most; other targets get one for each poll. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int maxSessions = 20_000;

    Budget budget() {
        Budget usual = Budget.DEFAULT;
        double rate = qps > 0 ? qps : Double.POSITIVE_INFINITY;
        return new Budget(rate, Math.max(1, burst), usual.startsPerNode(), usual.starts(), maxSessions);
    }
}
