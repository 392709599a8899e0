package dev.seep.verdict.policy;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a run: how much growth, which values and how many abnormal events it allows. Immutable.
 *
 * @param defaults allowance where no rule says otherwise
 * @param rules in order: of all rules that match a series and set a field, the last one decides this field
 * @param knownIds known leaks that are named by their id
 * @param events how many abnormal events of a reason a run may have, in order; the last one that matches decides
 */
public record Policy(Allowance defaults, List<Rule> rules, List<KnownId> knownIds, List<EventCeiling> events) {
    public static final Policy DEFAULT = new Policy(Allowance.DEFAULT);

    public Policy {
        rules = List.copyOf(rules);
        knownIds = List.copyOf(knownIds);
        events = List.copyOf(events);
    }

    /** The same for every series. */
    public Policy(Allowance defaults) {
        this(defaults, List.of(), List.of(), List.of());
    }

    /**
     * Allowance of the series of this metric.
     *
     * @param target null for a series of a foreign file; then only rules match that ask for nothing but the metric
     */
    public Allowance allowance(@Nullable Target target, Metric metric) {
        Allowance allowance = defaults;
        for (Rule rule : rules) {
            if (rule.ruleScope().matches(target, metric)) {
                allowance = changed(allowance, rule, metric);
            } else if (CoveredMetrics.covers(rule, target, metric) && !isRuled(target, metric)) {
                allowance = allowance.known(rule.allowanceOverride().known());
            }
        }
        return allowance;
    }

    private static Allowance changed(Allowance before, Rule rule, Metric metric) {
        Allowance changed = rule.allowanceOverride().of(before, rule.ruleScope().names(metric));
        return rule.allowanceOverride().horizon() == null ? changed : changed.withHorizonOfRule();
    }

    /** Whether a rule for this metric sets the severity of its leaks, or a known leak, itself. */
    private boolean isRuled(@Nullable Target target, Metric metric) {
        return rules.stream()
                .filter(rule -> rule.ruleScope().metric() != null && rule.matches(target, metric))
                .anyMatch(rule -> rule.allowanceOverride().known() != null
                        || rule.allowanceOverride().severity() != null);
    }

    /** How many abnormal events of this reason a run may have, empty for any number. */
    public OptionalLong most(String reason) {
        OptionalLong most = OptionalLong.empty();
        for (EventCeiling ceiling : events) {
            if (ceiling.reason().matches(reason)) {
                most = OptionalLong.of(ceiling.most());
            }
        }
        return most;
    }

    /** As JSON values, in the form of the policy file: {@link PolicyReader#of} reads it back. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("defaults", AllowanceOverride.to(defaults).asMap());
        map.put(
                "rules",
                Stream.concat(rules.stream().map(Rule::asMap), knownIds.stream().map(KnownId::asMap))
                        .toList());
        if (!events.isEmpty()) {
            Map<String, Object> ceilings = new LinkedHashMap<>();
            events.forEach(ceiling -> ceilings.put(ceiling.reason().text(), ceiling.most()));
            map.put("events", ceilings);
        }
        return map;
    }

    public Policy withDefaults(Allowance others) {
        return new Policy(others, rules, knownIds, events);
    }
}
