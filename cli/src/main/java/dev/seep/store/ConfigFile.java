package dev.seep.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configuration file: YAML, each key the long name of an option, each value a word or a list, of words or of keys with
 * words.
 *
 * <pre>
 *   every: 10s
 *   namespace: [shop, pay]
 *   probe:
 *   - memory
 *   - {name: orders, cmd: count-orders}
 * </pre>
 */
public final class ConfigFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private ConfigFile() {}

    /**
     * The values by key; one that has keys of its own as a line for {@link #mapping}.
     *
     * @throws StoreException if it cannot be read; the message has line and column
     */
    public static Map<String, List<String>> read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            JsonNode tree = YAML.readTree(input);
            if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
                throw new StoreException(file + ":1:1: expected lines of the form 'option: value'");
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            tree.properties()
                    .forEach(entry -> values.put(entry.getKey(), texts(file, entry.getKey(), entry.getValue())));
            return values;
        } catch (JacksonException wrong) {
            throw new StoreException(
                    file + ":" + wrong.getLocation().getLineNr() + ":"
                            + wrong.getLocation().getColumnNr() + ": " + problem(wrong),
                    wrong);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    /** The parser tells what it was doing, then the problem, and below each the place. */
    private static String problem(JacksonException wrong) {
        return wrong.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .reduce((doing, problem) -> problem)
                .orElse("not readable");
    }

    /**
     * The values by key of one line such as <code>{name: orders, cmd: count-orders}</code>.
     *
     * @throws IllegalArgumentException if that is no such line
     */
    public static Map<String, String> mapping(String line) {
        try {
            JsonNode tree = YAML.readTree(line);
            Map<String, String> values = new LinkedHashMap<>();
            tree.properties().forEach(entry -> values.put(entry.getKey(), word(line, entry.getValue())));
            return values;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("'" + line + "' is not of the form {key: value, ...}", wrong);
        }
    }

    private static String word(String line, JsonNode value) {
        if (!value.isValueNode()) {
            throw new IllegalArgumentException("'" + line + "': every key needs a word");
        }
        return value.asText();
    }

    private static List<String> texts(Path file, String key, JsonNode value) {
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(text(file, key, word)));
            return words;
        }
        return List.of(text(file, key, value));
    }

    private static String text(Path file, String key, JsonNode value) {
        if (value.isArray()) {
            throw new StoreException(file + ": '" + key + "' needs a word or a list of words");
        }
        return value.isObject() ? value.toString() : value.asText();
    }
}
