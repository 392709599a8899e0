package dev.seep.verdict.policy;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import org.jspecify.annotations.Nullable;

/** What is allowed in a run. Immutable. */
public record Policy(Allowance defaults) {
    public static final Policy DEFAULT = new Policy(Allowance.DEFAULT);

    /**
     * What the series of this metric may do.
     *
     * @param target null for a series of a foreign file
     */
    public Allowance allowance(@Nullable Target target, Metric metric) {
        return defaults;
    }

    public Policy withDefaults(Allowance others) {
        return new Policy(others);
    }

    public java.util.Map<String, Object> toMap() {
        return java.util.Map.of();
    }

    public static Policy ofMap(java.util.Map<String, Object> map) {
        return DEFAULT;
    }
}
