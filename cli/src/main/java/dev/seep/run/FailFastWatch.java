package dev.seep.run;

import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Quantity;
import dev.seep.sample.Target;
import dev.seep.verdict.EventCeilings;
import dev.seep.verdict.RestartWatch;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watch over every poll for facts that need no statistics: a limit reached, a broken ceiling, restarts. Only those that
 * the policy would fail count. Costs a few comparisons per value.
 */
final class FailFastWatch implements ObservationSink {
    /**
     * Fact that fails the run.
     *
     * @param target null if it is about none
     * @param text the event, to be read after target and metric
     */
    record Fact(@Nullable Target target, String metric, String text) {
        @Override
        public String toString() {
            return (target == null ? "" : target + " ") + metric + " " + text;
        }
    }

    /** Words of events come from outside, and no cluster has so many of its own. */
    private static final int MOST_REASONS = 1000;

    private final List<Metric> metrics;
    private final Policy policy;
    private final Consumer<Fact> found;
    private final Consumer<String> said;
    private final Map<Target, Allowance[]> allowances = new ConcurrentHashMap<>();
    private final Map<String, Long> events = new ConcurrentHashMap<>();
    private final RestartWatch restarts;
    private volatile boolean full;

    /**
     * @param found hears of every fact, on the thread that polls
     * @param said hears messages for a person
     */
    FailFastWatch(List<Metric> metrics, Policy policy, Consumer<Fact> found, Consumer<String> said) {
        this.metrics = List.copyOf(metrics);
        this.policy = policy;
        this.restarts = new RestartWatch(policy);
        this.found = found;
        this.said = said;
    }

    @Override
    public void observe(Observation seen) {
        Allowance[] allowed = allowances.computeIfAbsent(seen.target(), this::allowances);
        for (int i = 0; i < allowed.length; i++) {
            Metric metric = metrics.get(i);
            Double value = seen.values().get(metric.name());
            if (value != null && fails(allowed[i])) {
                String fact = fact(metric, value, allowed[i], seen.values());
                if (fact != null) {
                    found.accept(new Fact(seen.target(), metric.name(), fact));
                }
            }
        }
    }

    private Allowance[] allowances(Target target) {
        return metrics.stream().map(metric -> policy.allowance(target, metric)).toArray(Allowance[]::new);
    }

    /** Known leaks are left to the verdict, which knows whether they have expired. */
    private static boolean fails(Allowance allowance) {
        return allowance.severity() == Severity.FAIL && allowance.known() == null;
    }

    private static @Nullable String fact(Metric metric, double value, Allowance allowed, Map<String, Double> values) {
        boolean judged = metric.bad() != BadDirection.NEITHER || allowed.explicit();
        if (judged && value > allowed.ceiling()) {
            return "reached " + Quantity.of(value, metric.unit()) + ", the policy allows "
                    + Quantity.of(allowed.ceiling(), metric.unit());
        }
        if (metric.bad() == BadDirection.UP && metric.limit() instanceof Limit.Reported reported) {
            Double limit = values.get(reported.metric());
            return limit != null && limit > 0 && value >= limit
                    ? "reached its limit of " + Quantity.of(limit, metric.unit())
                    : null;
        }
        return null;
    }

    @Override
    public void happened(Event event) {
        Abnormality.of(event).ifPresent(this::count);
        Target target = event.target();
        if (target == null) {
            return;
        }
        if (event.type() == Event.Type.VANISHED) {
            allowances.remove(target);
        }
        restarts.happened(event).ifPresent(why -> found.accept(new Fact(target, RestartWatch.METRIC, why)));
    }

    private void count(Abnormality what) {
        String reason = what.reason();
        OptionalLong most = policy.most(reason);
        if (most.isEmpty()) {
            return;
        }
        long times = events.getOrDefault(reason, 0L) + what.count();
        if (times > most.getAsLong()) {
            found.accept(new Fact(
                    null,
                    EventCeilings.metric(reason),
                    "happened " + Abnormality.times(times) + ", the policy allows " + Quantity.count(most.getAsLong())
                            + ": " + what.where()));
        }
        if (events.size() < MOST_REASONS || events.containsKey(reason)) {
            events.put(reason, times);
        } else if (!full) {
            full = true;
            said.accept("events of more than " + Quantity.count(MOST_REASONS)
                    + " reasons: those of further ones are counted by the verdict alone");
        }
    }
}
