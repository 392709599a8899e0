package dev.seep.source.docker;

import dev.seep.source.exec.Backoff;
import java.time.Duration;
import java.util.Random;

/**
 * Timeouts of an engine.
 *
 * @param answer to a request that needs no work
 * @param stop time after a stop within which the end of a container is due to it
 * @param restart time after its end within which a container may start again and is not gone
 * @param lost before the engine is tried again
 */
record EngineTimeouts(Duration answer, Duration stop, Duration restart, Backoff lost) {
    static final EngineTimeouts USUAL = new EngineTimeouts(
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new Random()));
}
