package dev.seep.manifest;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filler of a YAML file of this package. Values go into the tree that was read from it, and are not read themselves: no
 * sign in one can make it anything else than a value.
 *
 * <ul>
 *   <li>{@code $(name)} alone is that value; where it is null, the key or the item is left out, and where it is a list
 *       in a list, its items are
 *   <li>{@code $(name)-reader} has the text of the value in it
 *   <li>an object with {@code $if: name} is left out where that value is null
 * </ul>
 */
final class Template {
    private static final ObjectReader YAML = new YAMLMapper().readerFor(Object.class);
    private static final Pattern PLACE = Pattern.compile("\\$\\((\\w+)\\)");
    private static final String CONDITION = "$if";

    private final Map<String, ? extends @Nullable Object> values;

    private Template(Map<String, ? extends @Nullable Object> values) {
        this.values = values;
    }

    /**
     * The documents of the file.
     *
     * @param values strings, numbers, booleans, lists and maps, by the names in the file
     */
    @SuppressWarnings("unchecked") // documents are maps, and so are the items of a list that stands for one
    static List<Map<String, Object>> filled(String file, Map<String, ? extends @Nullable Object> values) {
        try (InputStream text = Template.class.getResourceAsStream(file)) {
            List<Object> documents = YAML.readValues(text).readAll();
            return (List<Map<String, Object>>) (List<?>) new Template(values).list(documents);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable Object filled(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map(map);
        } else if (node instanceof List<?> list) {
            return list(list);
        }
        return node instanceof String text ? text(text) : node;
    }

    private @Nullable Object map(Map<?, ?> map) {
        if (map.get(CONDITION) instanceof String name && value(name) == null) {
            return null;
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, node) -> {
            Object value = key.equals(CONDITION) ? null : filled(node);
            if (value != null) {
                filled.put(String.valueOf(key), value);
            }
        });
        return filled;
    }

    private List<Object> list(List<?> list) {
        List<Object> filled = new ArrayList<>();
        for (Object node : list) {
            Object value = filled(node);
            if (value instanceof List<?> items) {
                filled.addAll(items);
            } else if (value != null) {
                filled.add(value);
            }
        }
        return filled;
    }

    private @Nullable Object text(String text) {
        Matcher place = PLACE.matcher(text);
        return place.matches()
                ? value(place.group(1))
                : place.replaceAll(found -> Matcher.quoteReplacement(String.valueOf(value(found.group(1)))));
    }

    private @Nullable Object value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalStateException("nothing is known of $(" + name + ")");
        }
        return values.get(name);
    }
}
