package dev.seep.source.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Event of a container.
 *
 * @param action in the words of Docker: {@code start}, {@code die}, {@code destroy} ...
 * @param exitCode of a container that died, empty if it is not told
 * @param signal that was sent to a container, empty if it is not told
 */
record EngineEvent(String action, String id, String exitCode, String signal) {
    private static final Set<String> ENDING = Set.of("2", "9", "15");

    /** Empty for an event of another kind, or one that makes no sense. */
    static Optional<EngineEvent> parse(String line) {
        try {
            JsonNode event = EngineHttp.parse(line);
            if (event.path("Type").asText("").equals("container")) {
                return Optional.of(new EngineEvent(
                        event.path("Action").asText(""),
                        event.at("/Actor/ID").asText(""),
                        event.at("/Actor/Attributes/exitCode").asText(""),
                        event.at("/Actor/Attributes/signal").asText("")));
            }
        } catch (JsonProcessingException e) {
            // The next list finds missed events.
        }
        return Optional.empty();
    }

    /** Whether somebody wants the container to end: some signals only make a program read its files again. */
    boolean isStop() {
        return action.equals("stop") || (action.equals("kill") && ENDING.contains(signal));
    }
}
