package dev.seep.source.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seep.sample.Incarnation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * State of a container now, by its engine.
 *
 * @param started time of its start, as the engine writes it
 * @param running whether it runs now; one that waits to be started again does not, though the engine says so
 * @param restarting whether it will run again in a while
 * @param end of the last life, for one that does not run
 * @param hostNetwork whether its sockets are those of the machine
 */
record ContainerState(
        Container container, String started, boolean running, boolean restarting, String end, boolean hostNetwork) {
    /** @throws IllegalArgumentException if that is no container */
    static ContainerState of(JsonNode json) {
        Container container = Container.of(
                json.path("Id").asText(""), json.path("Name").asText(""), Container.labels(json.at("/Config/Labels")));
        return new ContainerState(
                container,
                json.at("/State/StartedAt").asText(""),
                is(json, "Running") && !is(json, "Restarting"),
                is(json, "Restarting"),
                is(json, Incarnation.OUT_OF_MEMORY)
                        ? Incarnation.OUT_OF_MEMORY
                        : "exit " + json.at("/State/ExitCode").asText(""),
                json.at("/HostConfig/NetworkMode").asText("").equals("host"));
    }

    private static boolean is(JsonNode json, String key) {
        return json.path("State").path(key).asText("").equals("true");
    }

    Instant start() {
        try {
            return OffsetDateTime.parse(started).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
