package dev.seep.verdict.policy;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The series that a rule is for; a null part matches everything, also where there is nothing. */
public record RuleScope(
        @Nullable Glob namespace,
        @Nullable Glob workload,
        @Nullable Glob container,
        @Nullable Glob metric) {
    boolean matches(@Nullable Target target, Metric of) {
        return matches(metric, of.name()) && matches(target);
    }

    /** Whether it is for some metric of this target. */
    boolean matches(@Nullable Target target) {
        return matches(namespace, target == null ? null : target.namespace())
                && matches(workload, target == null ? null : target.workload())
                && matches(container, target == null ? null : target.container());
    }

    /** Whether the metric is asked for by its full name. */
    boolean names(Metric of) {
        return metric != null && metric.text().equals(of.name());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "namespace", namespace);
        put(map, "workload", workload);
        put(map, "container", container);
        put(map, "metric", metric);
        return map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Glob glob) {
        if (glob != null) {
            map.put(key, glob.text());
        }
    }

    private static boolean matches(@Nullable Glob glob, @Nullable String text) {
        return glob == null || (text != null && glob.matches(text));
    }
}
