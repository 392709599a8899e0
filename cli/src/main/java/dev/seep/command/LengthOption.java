package dev.seep.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a run is. */
final class LengthOption {
    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long to poll, such as 8h. Default: until Ctrl-C, or until the watched processes end.")
    @Nullable
    Duration length;
}
