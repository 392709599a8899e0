package dev.seep.sample;

/**
 * Definition of a metric of targets.
 *
 * @param name lower-case words joined by dots, the first one naming the probe: {@code memory.anon}, {@code zombies};
 *     one that ends in {@code .*} stands for all that begin like it, see {@link Metrics}
 */
public record Metric(String name, Unit unit, BadDirection bad, Limit limit) {
    /** A metric that nothing limits. */
    public static Metric unlimited(String name, Unit unit, BadDirection bad) {
        return new Metric(name, unit, bad, new Limit.None());
    }
}
