package dev.seep.verdict;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges all series and events of a run by a policy. Deterministic: the same run and policy give the same verdict, and
 * "today" is the day on which the run ended.
 */
public final class Judge {
    /** Samples of its longest series below which a run may find a leak, but cannot pass. */
    public static final int FEWEST_TO_PASS = 30;

    /** Evidence that ten judgements of a healthy run do not reach; see {@code scripts/bench-verdict}. */
    private static final double OVERWHELMING = 40;

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparingInt(Judge::harmlessness)
            .thenComparingDouble(Finding::q)
            .thenComparing(Finding::series);

    private final Policy policy;
    private final TrendFitter fitter = new TrendFitter();

    public Judge(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(Run run) {
        return judge(run, evaluated(run), Trend.GROWS);
    }

    /**
     * Whether a run may stop early because it leaks, valid however often it is asked: the first half of a healthy run
     * may well grow, so nothing is decided before half of the planned time, and then only by overwhelming evidence.
     * That nothing leaks is never decided early.
     *
     * @return the verdict if it is already decided
     */
    public Optional<Verdict> decided(Run soFar, Duration planned) {
        Duration elapsed = Duration.between(soFar.from(), soFar.to());
        if (elapsed.multipliedBy(2).compareTo(planned) < 0) {
            return Optional.empty();
        }
        return Optional.of(judge(soFar, evaluated(soFar), OVERWHELMING))
                .filter(verdict -> verdict.outcome() == Outcome.LEAK);
    }

    /** @param needed evidence that every leak must exceed, in -2 log likelihood */
    Verdict judge(Run run, List<EvaluatedGroup> groups, double needed) {
        List<Finding> findings = new ArrayList<>();
        Map<String, LeakDetail> details = new HashMap<>();
        double[] q = discoveryRates(groups);
        Churn churn = new Churn(run);
        Provenance provenance = new Provenance(run);
        Map<String, String> failures = HardFailures.of(run);
        for (int i = 0; i < q.length; i++) {
            EvaluatedGroup one = groups.get(i);
            String rates = churn.of(one.group().target(), one.group().metric());
            String more = rates + provenance.of(one.group());
            Assessment assessment = new Assessment(one, q[i], run, needed, more);
            Finding finding = assessment.finding();
            String name = finding.series();
            findings.add(finding);
            if (finding.outcome() == Outcome.LEAK || failures.containsKey(name)) {
                details.put(name, assessment.detail().happened(failures.getOrDefault(name, "")));
            }
        }
        for (Fact fact : facts(run)) {
            findings.add(fact.finding());
            details.put(fact.finding().series(), LeakDetail.of(fact));
        }
        List<Finding> failed = HardFailures.among(failures, findings);
        Map<String, SeenGrowth> causes = new CauseFinder(run).of(failed);
        causes.forEach((series, seen) -> details.computeIfPresent(series, (name, detail) -> detail.seeing(seen)));
        List<Finding> told = failed.stream()
                .map(finding -> causes.containsKey(finding.series())
                        ? finding.because(causes.get(finding.series()).words())
                        : finding)
                .toList();
        List<Leak> leaks = new LeakWaivers(policy, today(run)).of(LeakGrouping.of(told, details));
        List<Finding> waived = new ArrayList<>(LeakWaivers.applied(leaks, told));
        waived.sort(WORST_FIRST);
        return RunOutcome.of(run, policy, waived, leaks).noting(new Notes(policy).of(run, waived, leaks));
    }

    /** Findings that need no statistics. */
    List<Fact> facts(Run run) {
        LocalDate today = today(run);
        List<Fact> facts = new ArrayList<>(new Restarts(policy, today).of(run.events()));
        facts.addAll(new ProgramExits(policy, today).of(run));
        facts.addAll(new SilentProbes(policy).of(run));
        facts.addAll(EventCeilings.of(policy, run));
        return facts;
    }

    List<EvaluatedGroup> evaluated(Run run) {
        NaturalLimits limits = new NaturalLimits(run);
        return Group.of(run.series()).parallelStream()
                .map(group -> evaluate(group, policy.allowance(group.target(), group.metric()), limits.of(group)))
                .toList();
    }

    static LocalDate today(Run run) {
        return run.to().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** One false discovery rate for each group, 1 for those that are not judged. */
    static double[] discoveryRates(List<EvaluatedGroup> groups) {
        double[] judged = DiscoveryRate.of(groups.stream()
                .filter(EvaluatedGroup::isJudged)
                .mapToDouble(EvaluatedGroup::evidence)
                .toArray());
        double[] rates = new double[groups.size()];
        int next = 0;
        for (int i = 0; i < rates.length; i++) {
            rates[i] = groups.get(i).isJudged() ? judged[next++] : 1;
        }
        return rates;
    }

    EvaluatedGroup evaluate(Group group, Allowance allowance, double natural) {
        List<Series> slots = group.slots();
        Duration settle = allowance.settle();
        List<Trend> trends = slots.stream()
                .map(series -> settle == null ? series : ConcatenatedSeries.settled(series, settle.toMillis() / 1000.0))
                .map(fitter::fit)
                .toList();
        return new EvaluatedGroup(group, allowance, slots, trends, natural);
    }

    private static int harmlessness(Finding finding) {
        return switch (finding.outcome()) {
            case LEAK -> 0;
            case INCONCLUSIVE -> 1;
            case PASS -> 2;
        };
    }
}
