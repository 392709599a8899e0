package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges all series of a run by a policy. Deterministic: the same run and policy give the same verdict, and "today" is
 * the day on which the run ended.
 */
public final class Judge {
    /** A run may expect this share of what it calls leaks to be none. */
    static final double FALSE_DISCOVERIES = 0.35;

    private final Policy policy;
    private final TrendFitter fitter = new TrendFitter();

    public Judge(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(Run run) {
        List<Examined> examined =
                Group.of(run.series()).parallelStream().map(this::examine).toList();
        LocalDate today = run.to().atOffset(ZoneOffset.UTC).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        double[] q = DiscoveryRate.of(examined.stream()
                .filter(Examined::isJudged)
                .mapToDouble(Examined::evidence)
                .toArray());
        int next = 0;
        for (Examined one : examined) {
            findings.add(new Assessment(one, one.isJudged() ? q[next++] : 1, today).finding());
        }
        findings.addAll(new Restarts(policy, today).findings(run));
        findings.sort(Comparator.comparingInt(Judge::rank).thenComparingDouble(Finding::q));
        return Conclusion.of(run, findings);
    }

    private Examined examine(Group group) {
        Allowance allowance = policy.allowance(group.target(), group.metric());
        List<Series> slots = group.slots();
        java.time.Duration settle = allowance.settle();
        List<Trend> trends = slots.stream()
                .map(series -> settle == null ? series : Succession.settled(series, settle.toMillis() / 1000.0))
                .map(fitter::fit)
                .toList();
        return new Examined(group, allowance, slots, trends);
    }

    private static int rank(Finding finding) {
        int outcome =
                switch (finding.outcome()) {
                    case LEAK -> 0;
                    case INCONCLUSIVE -> 1;
                    case PASS -> 2;
                };
        return finding.severity().ordinal() * 3 + outcome;
    }
}
