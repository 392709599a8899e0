package dev.seep.command;

import dev.seep.run.ListenAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option of the address where Prometheus is served. */
final class ListenOption {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Serve /metrics for Prometheus during the run. Default: nothing listens.")
    @Nullable
    ListenAddress address;
}
