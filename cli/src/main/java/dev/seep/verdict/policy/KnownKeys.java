package dev.seep.verdict.policy;

import com.fasterxml.jackson.core.JsonLocation;
import dev.seep.verdict.policy.YamlNode.Field;
import dev.seep.verdict.policy.YamlNode.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of one part of a policy, checked against those that are known there. */
final class KnownKeys {
    private final JsonLocation place;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Problems problems;

    private KnownKeys(JsonLocation place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /**
     * The keys of a node; none if it is nothing, and a problem if it is something else.
     *
     * @param known the keys that may be there, empty for any
     */
    static KnownKeys of(YamlNode yamlNode, List<String> known, Problems problems) {
        KnownKeys knownKeys = new KnownKeys(yamlNode.place(), problems);
        if (yamlNode instanceof Fields fields) {
            fields.fields().forEach(field -> knownKeys.add(field, known));
        } else if (!(yamlNode instanceof YamlNode.Scalar scalar && scalar.text().isEmpty())) {
            problems.add(yamlNode.place(), "expected keys with values" + listed(known));
        }
        return knownKeys;
    }

    Map<String, YamlNode> values() {
        return values;
    }

    @Nullable
    YamlNode node(String key) {
        return values.get(key);
    }

    /** Value of a key, null if it is not there or cannot be read, which is a problem. */
    <T> @Nullable T read(String key, Function<String, T> reading) {
        YamlNode value = values.get(key);
        return value == null ? null : scalar(key, value, reading, problems);
    }

    /** The same for a key that must be there. */
    <T> @Nullable T require(String key, Function<String, T> reading) {
        if (!values.containsKey(key)) {
            problems.add(place, "'" + key + "' is missing here");
        }
        return read(key, reading);
    }

    static <T> @Nullable T scalar(String key, YamlNode value, Function<String, T> reading, Problems problems) {
        if (!(value instanceof YamlNode.Scalar scalar) || scalar.text().isEmpty()) {
            problems.add(value.place(), "'" + key + "' needs one value");
            return null;
        }
        try {
            return reading.apply(scalar.text());
        } catch (IllegalArgumentException e) {
            problems.add(value.place(), key + ": " + e.getMessage());
            return null;
        }
    }

    private void add(Field field, List<String> known) {
        if (!known.isEmpty() && !known.contains(field.key())) {
            problems.add(
                    field.place(), "unknown key '" + field.key() + "'" + SpellingSuggestion.hint(field.key(), known));
        } else if (values.put(field.key(), field.value()) != null) {
            problems.add(field.place(), "'" + field.key() + "' is there twice");
        }
    }

    private static String listed(List<String> known) {
        return known.isEmpty() ? "" : ": " + String.join(", ", known);
    }
}
