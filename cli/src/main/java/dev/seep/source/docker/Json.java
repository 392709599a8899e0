package dev.seep.source.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes what engines speak; anything may be missing in what they say. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws JsonProcessingException if that is no JSON */
    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The value at the end of these keys as text, empty if there is none. */
    static String text(JsonNode object, String... keys) {
        JsonNode at = at(object, keys);
        return at.isValueNode() && !at.isNull() ? at.asText() : "";
    }

    /** What stands at the end of these keys, a missing node for nothing. */
    static JsonNode at(JsonNode object, String... keys) {
        JsonNode at = object;
        for (String key : keys) {
            at = at.path(key);
        }
        return at;
    }
}
