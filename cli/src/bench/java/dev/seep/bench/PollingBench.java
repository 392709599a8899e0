package dev.seep.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What polling costs: {@code real} on a cluster, {@code simulated} with thousands of containers that do not exist. */
@Command(
        name = "bench-polling",
        description = "Measures what polling costs, on a real cluster or with thousands of simulated containers.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  KUBECONFIG=~/.kube/config scripts/bench-polling real",
            "  scripts/bench-polling real --idle-only --cycles 1          quickly",
            "  scripts/bench-polling simulated                            5,000 containers for 10 minutes",
            "  scripts/bench-polling simulated --containers 500 --minutes 1 --ready 10",
        })
public final class PollingBench {
    private PollingBench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new PollingBench())
                .addSubcommand(new RealBench(System.out))
                .addSubcommand(new SimulatedBench(System.out))
                .setUsageHelpAutoWidth(true)
                .execute(args));
    }
}
