package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a finding rests on, and tries out what would have changed it. */
public final class Explainer {
    private final Judge judge;

    public Explainer(Policy policy) {
        this.judge = new Judge(policy);
    }

    /** Names of what can be explained: those of the findings. */
    public static List<String> names(Run run) {
        Stream<String> facts = new Judge(Policy.DEFAULT).facts(run).stream().map(Finding::series);
        return Stream.concat(Group.of(run.series()).stream().map(Group::name), facts)
                .toList();
    }

    /**
     * @param name one of {@link #names} that is none of a fact, see {@link #fact}
     * @throws IllegalArgumentException if it is none
     */
    public Explanation explain(Run run, String name) {
        List<Examined> all = new ArrayList<>(judge.examined(run));
        int at = 0;
        while (at < all.size() && !all.get(at).group().name().equals(name)) {
            at++;
        }
        if (at == all.size()) {
            throw new IllegalArgumentException("there is no series " + name);
        }
        Examined one = all.get(at);
        LocalDate today = Judge.today(run);
        Finding finding = assess(all, at, one, today);
        List<Explanation.Change> changes = new ArrayList<>();
        for (WhatIf whatIf : new WhatIfs(judge, one).all()) {
            Outcome outcome = assess(all, at, whatIf.examined(), today).outcome();
            if (outcome != finding.outcome()) {
                changes.add(new Explanation.Change(whatIf.what(), outcome));
            }
        }
        Series shown = one.slots().get(one.worst());
        Trend trend = one.worstTrend();
        Reach reach = Reach.of(shown, one.typical());
        boolean leak = finding.outcome() == Outcome.LEAK;
        return new Explanation(
                finding,
                shown,
                trend,
                one.slots().size(),
                leak ? reach.soonest() : Double.NaN,
                leak ? reach.latest() : Double.NaN,
                changes);
    }

    /** The fact with this name, which rests on nothing but itself, if there is one. */
    public Optional<Finding> fact(Run run, String name) {
        return judge.facts(run).stream()
                .filter(fact -> fact.series().equals(name))
                .findFirst();
    }

    private static Finding assess(List<Examined> all, int at, Examined instead, LocalDate today) {
        List<Examined> others = new ArrayList<>(all);
        others.set(at, instead);
        return new Assessment(instead, Judge.discoveryRates(others)[at], today, Trend.GROWS, "").finding();
    }
}
