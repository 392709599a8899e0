package dev.seep.command;

import dev.seep.run.ListenAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is served to Prometheus, if anywhere. */
final class ListenOption {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Serve /metrics for Prometheus during the run. Default: nothing listens.")
    @Nullable
    ListenAddress address;
}
