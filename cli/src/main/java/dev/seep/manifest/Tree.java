package dev.seep.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the nested maps that an object of Kubernetes is. */
final class Tree {
    private Tree() {}

    /** Keys and values in turns, in this order; a key whose value is null is left out. */
    static Map<String, Object> of(@Nullable Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                tree.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return tree;
    }
}
