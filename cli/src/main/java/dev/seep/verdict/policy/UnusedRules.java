package dev.seep.verdict.policy;

import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules and ceilings that are for no series of a run: often a word that is written wrong. */
public final class UnusedRules {
    private final List<Series> series;
    private final List<String> more;

    /** @param more metrics that can be ruled and have no series: a healthy run has none of them */
    public UnusedRules(List<Series> series, List<String> more) {
        this.series = series;
        this.more = List.copyOf(more);
    }

    /** A sentence for each such rule; none for a run without series, which says nothing of its policy. */
    public List<String> of(Policy policy) {
        List<String> sentences = new ArrayList<>();
        for (Rule rule : series.isEmpty() ? List.<Rule>of() : policy.rules()) {
            if (series.stream().noneMatch(one -> rule.matches(one.target(), one.metric())) && !isOfMore(rule)) {
                sentences.add(rule.place() + ": " + why(rule.ruleScope()));
            }
        }
        return sentences;
    }

    private boolean isOfMore(Rule rule) {
        Glob metric = rule.ruleScope().metric();
        return metric != null
                && more.stream().anyMatch(metric::matches)
                && why(rule.ruleScope()).equals(NOTHING);
    }

    /** How reports call the reasons of events. */
    private static final String EVENTS = "events.";

    private static final String NOTHING = "this rule is for no series of this run";

    private String why(RuleScope ruleScope) {
        String metric = unknown(ruleScope.metric(), one -> one.metric().name(), more);
        if (metric != null) {
            Optional<String> near = metric.startsWith(EVENTS)
                    ? Optional.of("events: {" + metric.substring(EVENTS.length()) + ": 0}")
                    : SpellingSuggestion.of(metric, names(one -> one.metric().name()));
            return "no series has the metric '" + metric + "'" + SpellingSuggestion.meant(near);
        }
        String workload = unknown(ruleScope.workload(), one -> part(one, Target::workload), List.of());
        if (workload != null) {
            Collection<String> all = names(one -> part(one, Target::workload));
            Optional<String> withKind =
                    all.stream().filter(name -> name.endsWith("/" + workload)).findFirst();
            return "no workload is called '" + workload + "'"
                    + SpellingSuggestion.meant(withKind.isPresent() ? withKind : SpellingSuggestion.of(workload, all));
        }
        String namespace = unknown(ruleScope.namespace(), one -> part(one, Target::namespace), List.of());
        if (namespace != null) {
            return "no series is of the namespace '" + namespace + "'"
                    + SpellingSuggestion.meant(
                            SpellingSuggestion.of(namespace, names(one -> part(one, Target::namespace))));
        }
        String container = unknown(ruleScope.container(), one -> part(one, Target::container), List.of());
        if (container != null) {
            return "no container is called '" + container + "'"
                    + SpellingSuggestion.meant(
                            SpellingSuggestion.of(container, names(one -> part(one, Target::container))));
        }
        return NOTHING;
    }

    /** Text of the glob if no name matches it, else null. */
    private @Nullable String unknown(
            @Nullable Glob glob, Function<Series, @Nullable String> name, List<String> others) {
        if (glob == null || others.stream().anyMatch(glob::matches)) {
            return null;
        }
        boolean there = series.stream().map(name).filter(Objects::nonNull).anyMatch(glob::matches);
        return there ? null : glob.text();
    }

    private Collection<String> names(Function<Series, @Nullable String> name) {
        TreeSet<String> names = new TreeSet<>();
        series.stream().map(name).filter(Objects::nonNull).forEach(names::add);
        return names;
    }

    private static @Nullable String part(Series series, Function<Target, @Nullable String> part) {
        return series.target() == null ? null : part.apply(series.target());
    }
}
