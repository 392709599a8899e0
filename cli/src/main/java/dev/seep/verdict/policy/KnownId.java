package dev.seep.verdict.policy;

import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A known leak that is named by its id, and so with all that grows with it.
 *
 * @param id eight hexadecimal digits, as reports have it
 * @param place where it stands, for people: {@code policy.yaml:12}
 */
public record KnownId(String id, KnownLeak known, String place) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("leak", id);
        map.put("known", known.asMap());
        return map;
    }
}
