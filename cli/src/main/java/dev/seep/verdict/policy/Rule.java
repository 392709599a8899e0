package dev.seep.verdict.policy;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy: an allowance of its own for some series.
 *
 * @param place where it stands, for people: {@code policy.yaml:12}
 */
public record Rule(RuleScope ruleScope, AllowanceOverride allowanceOverride, String place) {
    /** Whether it is for this series; {@code target} is null for one of a foreign file. */
    public boolean matches(@Nullable Target target, Metric metric) {
        return ruleScope.matches(target, metric);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(ruleScope.asMap());
        map.putAll(allowanceOverride.asMap());
        return map;
    }

    /** Whether it is for this series, or covers it by a known leak of the same thing. */
    public boolean isAbout(@Nullable Target target, Metric metric) {
        return matches(target, metric) || CoveredMetrics.covers(this, target, metric);
    }
}
