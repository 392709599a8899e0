package dev.seep.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration file: flat YAML, each key the long name of an option, each value a word or a list of words.
 *
 * <pre>
 *   every: 10s
 *   namespace: [shop, pay]
 * </pre>
 */
public final class ConfigFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private ConfigFile() {}

    /**
     * The values by key; those of a list joined by commas.
     *
     * @throws StoreException if it cannot be read; the message has line and column
     */
    public static Map<String, String> read(Path file) {
        try {
            JsonNode tree = YAML.readTree(file.toFile());
            if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
                throw new StoreException(file + ":1:1: expected lines of the form 'option: value'");
            }
            Map<String, String> values = new LinkedHashMap<>();
            tree.properties()
                    .forEach(entry -> values.put(entry.getKey(), text(file, entry.getKey(), entry.getValue())));
            return values;
        } catch (JacksonException wrong) {
            throw new StoreException(
                    file + ":" + wrong.getLocation().getLineNr() + ":"
                            + wrong.getLocation().getColumnNr() + ": " + wrong.getOriginalMessage(),
                    wrong);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + Causes.of(e, file), e);
        }
    }

    private static String text(Path file, String key, JsonNode value) {
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.asText()));
            return String.join(",", words);
        }
        if (!value.isValueNode()) {
            throw new StoreException(file + ": '" + key + "' needs a word or a list of words");
        }
        return value.asText();
    }
}
