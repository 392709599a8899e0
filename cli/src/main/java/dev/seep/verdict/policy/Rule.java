package dev.seep.verdict.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says what some series may do that others may not. */
public record Rule(Scope scope, Change change) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(scope.asMap());
        map.putAll(change.asMap());
        return map;
    }
}
