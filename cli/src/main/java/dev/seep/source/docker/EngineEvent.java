package dev.seep.source.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.seep.source.exec.Json;
import java.util.Optional;

/**
 * Something that happened to a container.
 *
 * @param action in the words of Docker: {@code start}, {@code die}, {@code destroy} ...
 * @param exitCode of a container that died, empty if it is not told
 */
record EngineEvent(String action, String id, String exitCode) {
    /** Nothing for what is not about a container, or makes no sense. */
    static Optional<EngineEvent> parse(String line) {
        try {
            JsonElement json = JsonParser.parseString(line);
            if (json instanceof JsonObject event && Json.text(event, "Type").equals("container")) {
                return Optional.of(new EngineEvent(
                        Json.text(event, "Action"),
                        Json.text(event, "Actor", "ID"),
                        Json.text(event, "Actor", "Attributes", "exitCode")));
            }
        } catch (JsonParseException e) {
            // What was missed is found by the next list.
        }
        return Optional.empty();
    }
}
