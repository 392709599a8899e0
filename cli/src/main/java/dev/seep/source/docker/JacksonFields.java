package dev.seep.source.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON of engines, in which anything may be missing. */
final class JacksonFields {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JacksonFields() {}

    /** @throws JsonProcessingException if that is no JSON */
    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The value at the end of these keys as text, empty if there is none. */
    static String text(JsonNode object, String... keys) {
        JsonNode at = at(object, keys);
        return at.isValueNode() && !at.isNull() ? at.asText() : "";
    }

    /** Node at the end of these keys, a missing node for none. */
    static JsonNode at(JsonNode object, String... keys) {
        JsonNode at = object;
        for (String key : keys) {
            at = at.path(key);
        }
        return at;
    }
}
