package dev.seep.verdict.policy;

import dev.seep.sample.Durations;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of an {@link Allowance} that a rule overrides; null leaves one as it is. */
public record AllowanceOverride(
        @Nullable Double growthPerHour,
        @Nullable Double ceiling,
        @Nullable Duration horizon,
        @Nullable Duration settle,
        @Nullable Severity severity,
        @Nullable KnownLeak known) {
    /** Override that turns any allowance into this one. */
    static AllowanceOverride to(Allowance allowance) {
        return new AllowanceOverride(
                allowance.growthPerHour(),
                Double.isNaN(allowance.ceiling()) ? null : allowance.ceiling(),
                allowance.horizon(),
                allowance.settle(),
                allowance.severity(),
                allowance.known());
    }

    /** The allowance with these fields overridden. */
    Allowance of(Allowance before, boolean explicit) {
        return new Allowance(
                growthPerHour == null ? before.growthPerHour() : growthPerHour,
                ceiling == null ? before.ceiling() : ceiling,
                horizon == null ? before.horizon() : horizon,
                settle == null ? before.settle() : settle,
                severity == null ? before.severity() : severity,
                known == null ? before.known() : known,
                before.explicit() || explicit,
                before.horizonOfRule());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "growth", growthPerHour == null ? null : growthPerHour + "/h");
        put(map, "ceiling", ceiling);
        put(map, "horizon", horizon == null ? null : Durations.text(horizon));
        put(map, "settle", settle == null ? null : Durations.text(settle));
        put(map, "severity", severity == null ? null : severity.word());
        if (known != null) {
            map.put("known", known.asMap());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
