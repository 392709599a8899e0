package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains the findings of a run: the data that each rests on, and the changes that would have turned its outcome. */
public final class Explainer {
    private final Judge judge;
    private final Run run;
    private final List<EvaluatedGroup> groups;
    private final Verdict verdict;

    public Explainer(Policy policy, Run run) {
        this.judge = new Judge(policy);
        this.run = run;
        this.groups = judge.evaluated(run);
        this.verdict = judge.judge(run, groups, Trend.GROWS);
    }

    /** The findings of the run, worst first. */
    public List<Finding> findings() {
        return verdict.findings();
    }

    /** The leaks of the run, the most urgent first. */
    public List<Leak> leaks() {
        return verdict.leaks();
    }

    /** The leak that a finding belongs to. */
    public Optional<Leak> leakOf(Finding finding) {
        return leaks().stream()
                .filter(leak -> leak.findings().contains(finding))
                .findFirst();
    }

    /** The one that decides the run, and where it passes the one that was nearest to a leak; none if there are none. */
    public Optional<Finding> deciding() {
        return Stream.of(
                        leaks().stream()
                                .filter(leak -> leak.severity() == Severity.FAIL)
                                .map(Leak::main),
                        RunOutcome.deciding(run, findings()).stream(),
                        findings().stream())
                .flatMap(some -> some)
                .findFirst();
    }

    /** @param finding one of {@link #findings} that is no {@linkplain Finding#isFact() fact} */
    public Explanation explain(Finding finding) {
        int at = 0;
        while (!groups.get(at).group().name().equals(finding.series())) {
            at++;
        }
        EvaluatedGroup one = groups.get(at);
        Assessment assessed = assessment(at, one);
        List<Explanation.Change> changes = new ArrayList<>();
        Map<String, String> failures = HardFailures.of(run);
        for (WhatIf whatIf : new WhatIfs(judge, one, assessed).all()) {
            Finding other = assessment(at, whatIf.evaluatedGroup()).finding();
            Outcome outcome =
                    HardFailures.among(failures, List.of(other)).get(0).outcome();
            if (outcome != finding.outcome()) {
                changes.add(new Explanation.Change(whatIf.what(), outcome));
            }
        }
        int slot = assessed.slot();
        return new Explanation(
                finding,
                leakOf(finding).orElse(null),
                one.slots().get(slot),
                one.trends().get(slot),
                one.slots().size(),
                assessed.soonest(),
                assessed.latest(),
                changes);
    }

    /** Events that a {@linkplain Finding#isFact() fact} rests on, in order. */
    public List<Event> events(Finding fact) {
        return judge.facts(run).stream()
                .filter(one -> one.finding().series().equals(fact.series()))
                .findFirst()
                .orElseThrow()
                .events();
    }

    private Assessment assessment(int at, EvaluatedGroup instead) {
        List<EvaluatedGroup> others = new ArrayList<>(groups);
        others.set(at, instead);
        return new Assessment(instead, Judge.discoveryRates(others)[at], run, Trend.GROWS, "");
    }
}
