package dev.seep.store.sample;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import java.util.Set;

/** Metric that nothing defines, by its name. */
final class UnknownMetric {
    private static final Set<String> SHOWN_ONLY = Set.of("memory.cache", "memory.working_set");

    private UnknownMetric() {}

    static Metric named(String name) {
        boolean harmless = name.endsWith("limit") || SHOWN_ONLY.contains(name);
        return Metric.unlimited(name, unit(name), harmless ? BadDirection.NEITHER : BadDirection.UP);
    }

    private static Unit unit(String name) {
        if (name.startsWith("memory.") || name.endsWith("bytes")) {
            return Unit.BYTES;
        } else if (name.endsWith("share") || name.endsWith("ratio")) {
            return Unit.RATIO;
        }
        return name.endsWith("seconds") ? Unit.SECONDS : Unit.COUNT;
    }
}
