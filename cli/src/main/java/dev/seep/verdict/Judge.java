package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
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
    static final double FALSE_DISCOVERIES = 0.2;

    private final Policy policy;
    private final TrendFitter fitter = new TrendFitter();

    public Judge(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(Run run) {
        List<Examined> examined =
                Group.of(run.series()).parallelStream().map(this::examine).toList();
        List<Examined> judged = examined.stream().filter(Judge::isJudged).toList();
        double[] q =
                DiscoveryRate.of(judged.stream().mapToDouble(Examined::evidence).toArray());
        LocalDate today = run.to().atOffset(ZoneOffset.UTC).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        for (Examined one : examined) {
            int at = judged.indexOf(one);
            findings.add(new Assessment(one, at < 0 ? 1 : q[at], today).finding());
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

    /** Metrics that are bad in neither direction are judged only by a rule of their own. */
    private static boolean isJudged(Examined one) {
        Allowance allowance = one.allowance();
        boolean ruled = allowance.growthPerHour() > 0 || !Double.isNaN(allowance.ceiling());
        return allowance.severity() != Severity.IGNORE && (one.group().metric().bad() != BadDirection.NEITHER || ruled);
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
