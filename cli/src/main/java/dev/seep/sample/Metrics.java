package dev.seep.sample;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Metrics by name. One whose name ends in {@code .*} is a family: it defines every metric that begins like it and has
 * no definition of its own. A {@code *} in the limit of a family stands for the same as in its name.
 */
public final class Metrics {
    private static final String FAMILY = ".*";

    private final Map<String, Metric> single = new HashMap<>();
    /** By the part before the star. */
    private final Map<String, Metric> families = new HashMap<>();

    public Metrics(Collection<Metric> metrics) {
        for (Metric metric : metrics) {
            if (isFamily(metric)) {
                families.put(metric.name().substring(0, metric.name().length() - 1), metric);
            } else {
                single.put(metric.name(), metric);
            }
        }
    }

    /** Whether nobody knows beforehand which metrics this is. */
    public static boolean isFamily(Metric metric) {
        return metric.name().endsWith(FAMILY);
    }

    /** The definition of the metric with this name, if there is one. */
    public Optional<Metric> named(String name) {
        Metric own = single.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Metric family = families.get(name.substring(0, dot + 1));
            if (family != null) {
                return Optional.of(member(family, name, name.substring(dot + 1)));
            }
        }
        return Optional.empty();
    }

    private static Metric member(Metric family, String name, String star) {
        Limit limit = family.limit() instanceof Limit.Reported reported
                ? new Limit.Reported(reported.metric().replace("*", star))
                : family.limit();
        return new Metric(name, family.unit(), family.bad(), limit);
    }
}
