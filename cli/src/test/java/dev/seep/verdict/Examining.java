package dev.seep.verdict;

import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Replicas of {@code deployment/web} that stand at 100 for eight hours, of which the mathematics says what a test wants. */
record Examining(Metric metric, double limit, double natural, Map<String, Object> rule) {
    private static final int MINUTES = 481;

    /** Of a count that has no limit and whose growth nothing excuses. */
    static final Examining COUNT = new Examining(RunOf.count("fds.open"), Double.NaN, Double.NaN, Map.of());

    /** The same of another metric. */
    Examining of(Metric other) {
        return new Examining(other, limit, natural, rule);
    }

    /** With a limit of its own. */
    Examining limited(double own) {
        return new Examining(metric, own, natural, rule);
    }

    /** With the limit of its kind. */
    Examining naturally(double kind) {
        return new Examining(metric, limit, kind, rule);
    }

    /** Under a rule for all metrics, as a policy has it. */
    Examining ruled(String key, Object value) {
        return new Examining(metric, limit, natural, Map.of(key, value));
    }

    /** @param trends of web-1, web-2 ... */
    EvaluatedGroup examined(Trend... trends) {
        List<Series> slots = IntStream.rangeClosed(1, trends.length)
                .mapToObj(i -> RunOf.of(RunOf.pod("web-" + i), metric, 0, limit, RunOf.flat(MINUTES, 100)))
                .toList();
        return examined(slots, trends);
    }

    /** The same of series of a test's own. */
    EvaluatedGroup examined(List<Series> slots, Trend... trends) {
        Policy policy = PolicyReader.of(rule.isEmpty() ? Map.of() : Map.of("rules", List.of(rule)));
        Allowance allowance = policy.allowance(slots.get(0).target(), metric);
        return new EvaluatedGroup(Group.of(slots).get(0), allowance, slots, List.of(trends), natural);
    }

    /** The finding, beyond doubt as far as other series of the run go. */
    Finding finding(Trend... trends) {
        return finding(0, examined(trends));
    }

    /** @param q false discovery rate */
    static Finding finding(double q, EvaluatedGroup evaluatedGroup) {
        return new Assessment(evaluatedGroup, q, RunOf.eightHours(evaluatedGroup.slots()), Trend.GROWS, "").finding();
    }
}
