package dev.seep.verdict.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A value of a policy file that remembers its place. */
sealed interface YamlNode {
    JsonLocation place();

    /** A text or number, as it is written. */
    record Scalar(JsonLocation place, String text) implements YamlNode {}

    /** A list. */
    record Items(JsonLocation place, List<YamlNode> items) implements YamlNode {}

    /** Keys with values, in order; a key may be there twice. */
    record Fields(JsonLocation place, List<Field> fields) implements YamlNode {}

    /** One key of {@link Fields}. */
    record Field(JsonLocation place, String key, YamlNode value) {}

    /** Whether it has this key. */
    default boolean has(String key) {
        return this instanceof Fields here
                && here.fields().stream().anyMatch(field -> field.key().equals(key));
    }

    /** Reads the value that begins with the current token of the parser. */
    static YamlNode read(JsonParser parser) throws IOException {
        JsonLocation place = parser.currentTokenLocation();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Field> fields = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                JsonLocation keyPlace = parser.currentTokenLocation();
                String key = parser.currentName();
                parser.nextToken();
                fields.add(new Field(keyPlace, key, read(parser)));
            }
            return new Fields(place, fields);
        } else if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new Items(place, items);
        }
        return new Scalar(place, token == null || token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }
}
